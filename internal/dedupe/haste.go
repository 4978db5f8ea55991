package dedupe

// hopelessPrior is the prior, in bits, below which two people of different
// names cannot become one by what they share: the caps of the model see to it.
const hopelessPrior = -11

// hopeless tells, by the names alone, that a pair cannot be a link: most
// candidates are colleagues, and this spares the rest of their comparison.
func hopeless(a, b *row, o *outcome) bool {
	if !namesConflict(o) || a[slotFlags]&b[slotFlags]&flagPerson == 0 || a[slotLinkedIn] != 0 && a[slotLinkedIn] == b[slotLinkedIn] {
		return false
	}
	if a[slotEmail] != 0 && (a[slotEmail] == b[slotEmail] || a[slotEmail] == b[slotEmail2]) || b[slotEmail] != 0 && b[slotEmail] == a[slotEmail2] {
		return false
	}
	return a[slotBirth] == 0 || b[slotBirth] == 0 || dateLevel(a[slotBirth], b[slotBirth]) < dateClose
}

// beyondReach tells the same of two people of one given name and clearly
// different family names: unless an address of their own or what confirms a
// person agrees, the model caps what all else may say, and with a given name
// as common as theirs that is not enough.
func (l *linker) beyondReach(c *comparer, a, b *row, o *outcome) bool {
	if o.levels[cmpLast] != different || o.levels[cmpFirst] < firstVariant || o.levels[cmpOrder] != orderStraight ||
		len(l.x.extras) > 0 || l.model.shared > contextCap || a[slotBirth] != 0 && b[slotBirth] != 0 || a[slotLinkedIn] != 0 && a[slotLinkedIn] == b[slotLinkedIn] {
		return false
	}
	var names float64
	l.model.each(o, func(_ comparison, bits float64) { names += bits })
	most := names + contextCap + max(0, l.model.weight(cmpGender, genderSame))
	return most+l.model.prior < keptOdds-outOfReach && !c.mailsAlike(a, b)
}

// outOfReach is how far below what is kept, in bits, the most a pair can reach
// must be for it to be given up: pairs just below still count in the share of
// matches.
const outOfReach = 3
