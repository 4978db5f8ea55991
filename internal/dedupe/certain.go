package dedupe

// certain tells whether two rows are the same contact whatever the weights
// say: the deterministic tier.
func (s *statistics) certain(a, b *row, o *outcome) bool {
	if o.levels[cmpBirth] == different {
		return false
	}
	companies := a[slotFlags]&b[slotFlags]&flagCompany != 0
	if companies && (otherForm(a, b) || sameButForm(a, b)) {
		return !otherForm(a, b)
	}
	switch {
	case o.levels[cmpEmail] >= emailNamed && !namesConflict(o) && !companies:
		return o.levels[cmpFirst] != firstInitial || o.levels[cmpLast] >= lastPart
	case o.levels[cmpPhone] == phoneSame && sameNames(o):
		return true
	case o.levels[cmpID] == idSame && companies:
		return !twoSites(a, b, o)
	case o.levels[cmpID] == idSame && a[slotLinkedIn] != 0 && a[slotLinkedIn] == b[slotLinkedIn]:
		return !namesConflict(o)
	case s.sharedDomain(a, b) != 0 && sameNames(o):
		return o.levels[cmpFirst] != firstClose && o.levels[cmpLast] != lastClose && o.levels[cmpOrg] != orgDomain &&
			o.levels[cmpEmail] != emailTwin && o.levels[cmpEmail] != emailOther
	}
	return false
}

// namesakes tells whether two rows have an address made of their common name in
// common and little else: phone and address speak against.
func namesakes(o *outcome) bool {
	conflicts := 0
	for _, against := range [...]bool{o.levels[cmpPhone] == different, o.levels[cmpStreet] != missing && o.levels[cmpStreet] <= streetStreet,
		o.levels[cmpPlace] != missing && o.levels[cmpPlace] <= placeNear} {
		if against {
			conflicts++
		}
	}
	return conflicts >= 2 && o.levels[cmpPhone] <= different && o.levels[cmpStreet] <= streetStreet && o.levels[cmpBirth] < datePart
}

// elsewhere tells whether two rows are found at places of their own and share
// nothing but a name: a third row that says only the name is no bridge between
// them.
func elsewhere(o *outcome) bool {
	return namesakes(o) && o.levels[cmpPlace] != placeNear && o.levels[cmpEmail] < emailClose && o.levels[cmpID] != idSame
}

// namesConflict tells whether the names speak against one person.
func namesConflict(o *outcome) bool {
	first, last := o.levels[cmpFirst], o.levels[cmpLast]
	return first == different || last == different && first < firstVariant
}

// confirmed tells whether something that belongs to one human alone agrees.
func confirmed(o *outcome) bool {
	return o.levels[cmpBirth] >= dateClose || o.levels[cmpID] == idSame
}

// colleagues tells whether two rows name different people of one company.
func colleagues(o *outcome) bool {
	return o.levels[cmpOrg] >= orgStrong && o.levels[cmpEmail] < emailClose && namesConflict(o) && !confirmed(o)
}

// sameNames tells whether given and family name are both there and fit.
func sameNames(o *outcome) bool {
	return o.levels[cmpFirst] >= firstClose && o.levels[cmpLast] >= lastPart
}

// twoSites tells whether two rows of one company are two places of it.
func twoSites(a, b *row, o *outcome) bool {
	if a[slotBranch] != 0 && b[slotBranch] != 0 && a[slotBranch] != b[slotBranch] {
		return true
	}
	return otherPlace(o.levels[cmpPlace]) && o.levels[cmpStreet] <= streetNumber && o.levels[cmpPhone] <= phoneClose
}

func conflictingSuffix(a, b *row) bool {
	sa, sb := a[slotFlags]&suffixMask, b[slotFlags]&suffixMask
	return sa != 0 && sb != 0 && sa != sb
}

// movedOn tells whether two rows name people at clearly different companies:
// if they are one person, that person changed jobs and is two contacts.
func movedOn(a, b *row, o *outcome) bool {
	if a[slotFlags]&b[slotFlags]&flagPerson == 0 || a[slotCompany] == 0 || b[slotCompany] == 0 {
		return false
	}
	sameDesk := o.levels[cmpEmail] >= emailNamed && a[slotDomain] != 0 && a[slotDomain] == b[slotDomain]
	// Two firms in one house have domains and numbers of their own.
	ownReach := o.levels[cmpEmail] <= emailOther && o.levels[cmpPhone] <= phoneClose && a[slotDomain] != 0 && b[slotDomain] != 0 && a[slotDomain] != b[slotDomain]
	if sameDesk || o.levels[cmpStreet] >= streetClose && !ownReach {
		return false
	}
	if o.levels[cmpOrg] == different && o.orgLike < clearlyOther {
		return true
	}
	// Companies a little alike at other places, with other domains or phones,
	// are others.
	apart := o.levels[cmpPhone] <= different || anyDomain(a) != 0 && anyDomain(b) != 0
	return o.levels[cmpOrg] <= orgPartial && otherPlace(o.levels[cmpPlace]) && apart
}

// human is the evidence that two rows are one human being at two companies: a
// change of jobs changes the office, so what conflicts there counts nothing,
// and one thing that moves with the person must agree, or a rare name and the postal code.
func (m *model) human(o *outcome) float64 {
	moved := o.levels[cmpEmail] >= emailClose || o.levels[cmpPhone] >= phoneSame || o.levels[cmpBirth] >= dateSame || o.levels[cmpID] == idSame
	if !moved && !m.rareNeighbour(o) {
		return mostAgainst * 2
	}
	if namesConflict(o) || o.levels[cmpLast] == different {
		return mostAgainst * 2
	}
	var sum float64
	m.each(o, func(c comparison, bits float64) {
		switch c {
		case cmpOrg, cmpStreet, cmpStreet2, cmpPlace, cmpTitle, cmpIndustry, cmpEmail, cmpPhone, cmpID:
			bits = max(0, bits)
		}
		sum += bits
	})
	return sum
}

// rareNeighbour tells whether two rows of one postal code bear one name that hardly
// two people of the list bear, and nothing personal speaks against.
func (m *model) rareNeighbour(o *outcome) bool {
	if o.levels[cmpFirst] != firstSame || o.levels[cmpLast] != lastSame || o.levels[cmpOrder] != orderStraight || o.levels[cmpPlace] < placePostal {
		return false
	}
	for _, c := range [...]comparison{cmpBirth, cmpGender, cmpMiddle, cmpID} {
		if o.levels[c] == different {
			return false
		}
	}
	return float64(o.rarity[cmpFirst]+o.rarity[cmpLast])+m.prior >= rareName
}

// rareName is how many bits a name must tell beyond what any two rows need to
// be one person.
const rareName = 5

// neighbours tells whether two rows under one roof have one name in common and
// clearly differ in the other: a family, or one person whose name is wrong.
func (o *outcome) neighbours() bool {
	return o.levels[cmpFirst] == different && o.levels[cmpLast] >= lastClose || o.levels[cmpLast] == different && o.levels[cmpFirst] >= firstClose
}

// lodgers tells whether two rows under one roof have no name in common: tenants,
// or one person whose names are both wrong.
func (o *outcome) lodgers() bool {
	return o.levels[cmpFirst] == different && o.levels[cmpLast] == different
}

// oneRoof tells whether two rows are found at one private address or, in a list
// without streets, at one postal code.
func (o *outcome) oneRoof(streets bool) bool {
	at := o.levels[cmpStreet] >= streetClose && o.levels[cmpPlace] >= placeCity
	if !streets {
		at = o.levels[cmpPlace] >= placePostal
	}
	return at && o.levels[cmpOrg] <= different && o.levels[cmpOrder] != orderSwapped
}

// A roof is what pairs of rows at one address show: how many are born on one
// day, and how many on others; of companies, how many have like names.
type roof struct{ same, other int64 }

// count takes in a pair whose births or names came to level l, same being the
// least that counts as the same, other the most that counts as others: of two
// births in one year either may be known in part only.
func (r *roof) count(l, same, other level) {
	switch {
	case l >= same:
		r.same++
	case l != missing && l <= other:
		r.other++
	}
}

func (r *roof) add(part roof) {
	r.same += part.same
	r.other += part.other
}

// oneHuman tells whether most of those are one human being: dates go wrong as
// well, in up to a third of the pairs of a bad list, but two people are hardly
// ever born on one day.
func (r roof) oneHuman() bool { return r.same >= enoughNeighbours && r.other*2 <= r.same }

// shared is how much what families share may say in this list: if most
// neighbours are born on one day, the list has no families, but wrong names.
func (s *sample) shared() float64 {
	switch {
	case s.neighbours.oneHuman() && s.lodgers.oneHuman():
		return noTenants
	case s.neighbours.oneHuman():
		return noFamilies
	}
	return contextCap
}

// atOneDesk tells whether a number that few others have answers at one address
// for two rows that name no person.
func atOneDesk(level func(comparison) level) bool {
	return level(cmpFirst) == missing && level(cmpLast) == missing && level(cmpPhone) == phoneSame && level(cmpStreet) >= streetClose && !otherPlace(level(cmpPlace))
}

// aliases tells whether a list's businesses have several names: those of the
// owner, the brand and the programmes. Then names at one desk differ in many
// pairs, more than the few desks that two firms share make up for, and agree in
// about as many, which they do not in a list without duplicates. A cut for a
// stated precision leaves all of them to a person.
func (s *sample) aliases() bool {
	return s.desk.other >= enoughNeighbours && s.desk.other*8 >= s.desk.same && s.desk.other <= s.desk.same*2
}

// enoughNeighbours is how many pairs of neighbours tell.
const enoughNeighbours = 20
