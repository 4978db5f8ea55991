package dedupe

import "math"

// model turns levels into bits of evidence.
type model struct {
	weights
	bits  [comparisons][levels]float64 // log2(m/u)
	logM  [comparisons][levels]float64 // log2(m)
	prior float64                      // log2 odds that two rows of the list are the same
	// unlearned is set where the list was too poor to learn from.
	unlearned bool
	// worded is set in a list of companies: the evidence of a name is not that
	// of its level.
	worded bool
	// precise is set where the cut is for precision: what may be two companies
	// of one name is then left to a person.
	precise bool
	// shared is contextCap, or more where the list shows that rows which share
	// an address are one person.
	shared float64
	// aliases is set in a list whose businesses have several names.
	aliases bool
}

func (m *model) refresh() {
	for c := range comparisons {
		for l := 1; l < levels; l++ {
			if w := m.weights[c][l]; w.m > 0 && w.u > 0 {
				m.bits[c][l] = math.Log2(w.m / w.u)
				m.logM[c][l] = math.Log2(w.m)
			}
		}
	}
	// Exchanged names are only looked for where the straight ones differ, so
	// they agree by accident as seldom as straight ones do: what counts is
	// how often matches have their names exchanged.
	// Another house in the same street is another address, but for slips.
	m.bits[cmpStreet][streetStreet] = min(m.bits[cmpStreet][streetStreet], sameStreet)
	m.bits[cmpEmail][emailTwin] = twinConflict
	m.bits[cmpPhone][phoneClose] = min(m.bits[cmpPhone][phoneClose], closePhone)
	m.bits[cmpOrg][orgWeak] = min(m.bits[cmpOrg][orgWeak], weakFirm)
	m.bits[cmpOrder][orderStraight] = 0
	m.bits[cmpOrder][orderSwapped] = min(-1, max(-5, math.Log2(m.weights[cmpOrder][orderSwapped].m)))
}

// Bounds of what one comparison may say, in bits.
const (
	mostFor     = 20
	mostAgainst = -12
)

// contextCap is what a shared address, phone, mailbox and employer may say
// together for two rows whose names clearly differ: families and colleagues
// share all of these.
const contextCap = 4

// noFamilies is what it may say in a list without families: there a name that
// clearly differs is a slip as well.
const noFamilies = 14

// noTenants is what it may say where not even two rows of one address that have
// no name in common are two people: as much as it does.
const noTenants = 100

// oneDesk is what two companies of other names may share in a list whose
// businesses have several names, where a number that few others have answers at
// one address.
const oneDesk = 16

// officeCap is what address, desk and trade add, in bits, to the company for
// two people who both work there.
const officeCap = 4

// branches is what another address says against two companies of like names,
// beyond what it says alone: chains have many.
const branches = 4

// twinConflict is what two addresses that only a number tells apart say against
// one person: a provider gives the number to the second of a name.
const twinConflict = -8

// surnameAtFirm and initialAtFirm are the most that a family name alone, and
// one with an initial, say for two rows of one company, in bits.
const (
	surnameAtFirm = 3
	initialAtFirm = 8
)

// sameStreet is the most that another number in the same street says for two
// rows.
const sameStreet = 2

// closePhone is the most that a number one digit off says: numbers of one
// exchange stand side by side.
const closePhone = 6

// weakFirm is the most that slightly alike names of companies say: those of one
// group are alike.
const weakFirm = 1

// groupCap is what companies of slightly alike names may share in bits, before
// it counts against them that the companies of a group share all of it.
const groupCap = 8

// suffixConflict is what Jr. and Sr. say against being one person.
const suffixConflict = -14

// weight is the evidence of a level alone, without frequencies.
func (m *model) weight(c comparison, l level) float64 {
	if l == missing {
		return 0
	}
	return min(mostFor, max(mostAgainst, m.bits[c][l]))
}

// each calls f with the evidence of every comparison of an outcome.
func (m *model) each(o *outcome, f func(c comparison, bits float64)) {
	for c := range comparisons {
		l := o.levels[c]
		if l == missing {
			continue
		}
		if c == cmpOrg && o.worded {
			f(c, min(mostFor, max(mostAgainst, float64(o.rarity[c]))))
			continue
		}
		if whole(c, l) {
			f(c, m.agreed(c, l, float64(o.rarity[c])))
			continue
		}
		f(c, m.weight(c, l)+m.surplus(c, l, float64(o.rarity[c])))
	}
}

// whole tells whether a level is agreement on a whole value whose frequency is
// known: then its own share takes the place of u (term-frequency adjustment:
// Winkler, "Frequency-based matching in the Fellegi-Sunter model", 1989).
func whole(c comparison, l level) bool {
	switch {
	case c == cmpFirst:
		return l == firstSame
	case c == cmpLast:
		return l == lastSame
	case c == cmpOrg:
		return l >= orgDomain
	case c == cmpPlace:
		return l >= placeCity
	case c >= cmpExtra:
		return l == textSame
	}
	return false
}

// agreed is the evidence of agreement on a value of some rarity.
func (m *model) agreed(c comparison, l level, rarity float64) float64 {
	return min(mostFor, rarity+m.logM[c][l])
}

// surplus is how much more or less near agreement says because the value is
// rarer or commoner than the average one: half the difference.
func (m *model) surplus(c comparison, l level, rarity float64) float64 {
	if rarity == 0 {
		return 0
	}
	half := func(same level) float64 {
		return min(3, max(-3, 0.5*(rarity+math.Log2(m.weights[c][same].u))))
	}
	switch {
	case c == cmpFirst && l >= firstInitial:
		return half(firstSame)
	case c == cmpLast && l >= lastPart:
		return half(lastSame)
	case c == cmpOrg && l >= orgPartial:
		return min(4, max(-4, 0.5*(rarity-10)))
	case c == cmpStreet && l >= streetClose:
		return min(0, rarity+m.logM[c][l]-m.weight(c, l))
	}
	return 0
}

// shareable are the comparisons that people of one household or office share.
var shareable = [...]comparison{cmpEmail, cmpPhone, cmpOrg, cmpStreet, cmpPlace, cmpStreet2, cmpTitle, cmpIndustry}

// reined is how many bits to take off because what agrees is shared by people
// who clearly differ, or because one agreement follows from another; level
// and bits give the level and the evidence of each comparison.
func (m *model) reined(level func(comparison) level, bits func(comparison) float64) float64 {
	first, last := level(cmpFirst), level(cmpLast)
	confirmed := level(cmpBirth) >= dateClose || level(cmpID) == idSame
	var shared float64
	for _, c := range shareable {
		shared += bits(c)
	}
	var off float64
	if level(cmpEmail) == emailNamed {
		off = min(max(0, bits(cmpFirst))+max(0, bits(cmpLast)), max(0, bits(cmpEmail)))
	}
	if named := first != missing || last != missing; named && level(cmpOrg) >= orgStrong {
		// Who works for one company shares its office: address, desk and
		// trade follow from the company.
		var office float64
		for _, c := range [...]comparison{cmpStreet, cmpPlace, cmpStreet2, cmpIndustry} {
			office += max(0, bits(c))
		}
		if level(cmpPhone) == phoneShared {
			office += max(0, bits(cmpPhone))
		}
		if extra := office - officeCap; extra > 0 {
			off += extra
			shared -= extra
		}
	}
	ownMail := level(cmpEmail) >= emailClose && level(cmpEmail) != emailShared
	if last != missing && level(cmpOrg) >= orgStrong && !ownMail && level(cmpPhone) < phoneSame {
		// In a family's firm a family name without a given name, or with one that
		// is only alike, is anybody's.
		switch names := max(0, bits(cmpFirst)) + max(0, bits(cmpLast)); first {
		case missing, firstSimilar:
			off += max(0, names-surnameAtFirm)
		case firstInitial:
			off += max(0, names-initialAtFirm)
		}
	}
	// Of people in one office, names that are only alike are other names,
	// unless an address of their own says otherwise.
	if first == missing && last == missing && level(cmpPhone) == phoneShared && (level(cmpStreet) == different || level(cmpStreet) == streetNumber) {
		off += max(0, bits(cmpPhone)) // a chain's head office answers for all of it
	}
	likely, likelyLast := firstSimilar, lastSimilar
	if level(cmpOrg) >= orgStrong && !ownMail {
		likely, likelyLast = firstInitial, lastPart
	}
	switch {
	case confirmed:
	case first != missing && first < likely, first == missing && last != missing && last <= lastSimilar:
		off += max(0, shared-m.shared)
	case last != missing && last < likelyLast && first != missing:
		// A married name keeps the mailbox, a colleague of the same given
		// name shares the office.
		if level(cmpEmail) >= emailClose && first >= firstVariant {
			shared -= max(0, bits(cmpEmail)) + max(0, bits(cmpPhone))
		}
		off += max(0, shared-m.shared)
	case first == missing && last == missing && level(cmpOrg) == different:
		most := m.shared
		if m.aliases && atOneDesk(level) {
			most = max(most, oneDesk)
		}
		off += max(0, shared-most)
	case first == missing && last == missing && level(cmpOrg) == orgWeak && !m.worded:
		off += max(0, shared-groupCap)
	case first == missing && last == missing && (m.precise || !m.worded) && sites(level(cmpStreet), level(cmpPlace)):
		off += branches
		if level(cmpEmail) == emailShared {
			off += max(0, bits(cmpEmail)) // follows from the company's domain
		}
		if otherPlace(level(cmpPlace)) {
			off += max(0, bits(cmpPhone)) // a number that answers in two towns is the head office's
		}
	case first == missing && last == missing && level(cmpPhone) == different &&
		(level(cmpStreet) == different || level(cmpStreet) == streetStreet):
		off += branches
	}
	return off
}

// score is the evidence of an outcome in bits, without the prior.
func (m *model) score(o *outcome) float64 {
	var each [comparisons]float64
	var sum float64
	m.each(o, func(c comparison, bits float64) {
		each[c] = bits
		sum += bits
	})
	return sum - m.reined(func(c comparison) level { return o.levels[c] }, func(c comparison) float64 { return each[c] })
}

// scorePattern is score by what a tally keeps of an outcome.
func (m *model) scorePattern(t tallyKey) float64 {
	bits := func(c comparison) float64 {
		l := t.pattern.level(c)
		if c == cmpOrg && m.worded && l != missing && l != orgDomain {
			return min(mostFor, t.rarity(c)+leastWorded)
		}
		if whole(c, l) {
			return m.logM[c][l] + t.rarity(c)
		}
		return m.weight(c, l)
	}
	var sum float64
	for c := range comparisons {
		sum += bits(c)
	}
	return sum - m.reined(t.pattern.level, bits)
}

// probability of bits of evidence under the model's prior.
func (m *model) probability(bits float64) float64 { return 1 / (1 + math.Exp2(-(bits + m.prior))) }
