package dedupe

import (
	"fmt"
	"slices"
	"strings"

	"goldpan/internal/similar"
)

// Evidence is one reason for or against two rows being the same contact:
// words for a reader and its weight in bits, each of which doubles or halves
// the odds.
type Evidence struct {
	Words  string
	Weight float64
}

// String is the evidence as duplicates.csv writes it: "same mobile +11.2".
func (e Evidence) String() string { return fmt.Sprintf("%s %+.1f", e.Words, e.Weight) }

// Waterfall is all evidence of a pair in one line, with the probability.
func Waterfall(all []Evidence, probability float64) string {
	parts := make([]string, len(all))
	for i, e := range all {
		parts[i] = e.String()
	}
	return fmt.Sprintf("%s: %.1f%%", strings.Join(parts, ", "), 100*probability)
}

// Evidence is what speaks for and against two records being the same contact,
// strongest first; the last entry is what any two rows of the list start from.
func (res *Result) Evidence(a, b uint32) []Evidence {
	i, oki := res.index(a)
	j, okj := res.index(b)
	if !oki || !okj {
		return nil
	}
	l := res.linker
	ra, rb := l.x.row(i), l.x.row(j)
	var o outcome
	res.compare(ra, rb, &o)
	var all []Evidence
	var bits [comparisons]float64
	l.model.each(&o, func(c comparison, w float64) {
		bits[c] = w
		if !(c == cmpOrder && o.levels[c] == orderStraight) {
			all = append(all, Evidence{l.words(c, &o, ra, rb), w})
		}
	})
	if off := l.model.reined(func(c comparison) level { return o.levels[c] }, func(c comparison) float64 { return bits[c] }); off > 0 {
		all = append(all, Evidence{"agreements that follow from others", -off})
	}
	if conflictingSuffix(ra, rb) {
		all = append(all, Evidence{"another generation", suffixConflict})
	}
	if off := l.model.formConflict(l.model.score(&o)); otherForm(ra, rb) && off < 0 {
		all = append(all, Evidence{"other legal form", off})
	}
	slices.SortStableFunc(all, func(x, y Evidence) int {
		switch {
		case x.Weight > y.Weight:
			return -1
		case x.Weight < y.Weight:
			return 1
		}
		return 0
	})
	return append(all, Evidence{"any two rows", l.model.prior})
}

// Probability is how probably two records are the same contact by the model
// alone.
func (res *Result) Probability(a, b uint32) float64 {
	i, oki := res.index(a)
	j, okj := res.index(b)
	if !oki || !okj {
		return 0
	}
	l := res.linker
	var o outcome
	res.compare(l.x.row(i), l.x.row(j), &o)
	bits := l.model.score(&o)
	if conflictingSuffix(l.x.row(i), l.x.row(j)) {
		bits += suffixConflict
	}
	if otherForm(l.x.row(i), l.x.row(j)) {
		bits += l.model.formConflict(bits)
	}
	return l.model.probability(bits)
}

// levelWords say what each level means, after the comparison's name where they
// start with a space.
var levelWords = [cmpExtra][levels]string{
	cmpFirst:    {"", "other given name", "given name slightly alike", "given name as initial", "given name nearly the same", "given name in another form", "same given name"},
	cmpLast:     {"", "other family name", "family name slightly alike", "family name in another form", "family name nearly the same", "same family name"},
	cmpMiddle:   {"", "other middle name", "middle name as initial", "middle name nearly the same", "same middle name"},
	cmpOrder:    {"", "names in the same order", "names exchanged"},
	cmpBirth:    {"", "other birth date", "birth dates near", "birth date partly the same", "birth date nearly the same", "same birth date"},
	cmpEmail:    {"", "email of a namesake", "other email", "same mailbox name elsewhere", "email nearly the same", "same shared email", "email made of the same name", "same email"},
	cmpPhone:    {"", "other phone", "phone one digit off", "same shared phone", "same phone"},
	cmpOrg:      {"", "other company", "company slightly alike", "company partly the same", "company nearly the same", "same domain or tax id", "same company", "same company and domain"},
	cmpStreet:   {"", "other street", "same house number, other street", "same street, other number", "street nearly the same", "same street address"},
	cmpPlace:    {"", "other place", "other place of one area", "place nearly the same", "same city", "same postal code", "same postal code and city"},
	cmpStreet2:  {"", "other second address line", "second address line alike", "second address line nearly the same", "same second address line"},
	cmpGender:   {"", "other gender", "same gender"},
	cmpTitle:    {"", "other title", "title alike", "title nearly the same", "same title"},
	cmpIndustry: {"", "other industry", "industry alike", "industry nearly the same", "same industry"},
	cmpID:       {"", "other identifier", "same identifier"},
}

var extraWords = map[extraKind][levels]string{
	extraText:   {"", "other %s", "%s alike", "%s nearly the same", "same %s"},
	extraNumber: {"", "other %s", "%s near", "%s nearly the same", "same %s"},
	extraDate:   {"", "other %s", "%s near", "%s partly the same", "%s nearly the same", "same %s"},
}

func (l *linker) words(c comparison, o *outcome, a, b *row) string {
	if c >= cmpExtra {
		column := l.x.extras[c-cmpExtra]
		return fmt.Sprintf(extraWords[column.kind][o.levels[c]], column.label)
	}
	switch {
	case c == cmpPhone && o.levels[c] == phoneSame && a[slotMobile] != 0 && a[slotMobile] == b[slotMobile]:
		return "same mobile"
	case c == cmpLast && o.levels[c] == lastClose && o.levels[cmpOrder] != orderSwapped && oneLetter(l.x.pools.names, a[slotLast], b[slotLast]):
		return "family name 1 letter off"
	case c == cmpFirst && o.levels[c] == firstClose && o.levels[cmpOrder] != orderSwapped && oneLetter(l.x.pools.names, a[slotFirst], b[slotFirst]):
		return "given name 1 letter off"
	case c == cmpID && o.levels[c] == idSame && a[slotTax] != 0 && a[slotTax] == b[slotTax]:
		return "same tax id"
	case c == cmpID && o.levels[c] == idConflict && a[slotTax] != 0 && b[slotTax] != 0:
		return "other tax id"
	}
	return levelWords[c][o.levels[c]]
}

func oneLetter(p *pool, a, b uint32) bool { return similar.OneEdit(p.string(a), p.string(b)) }

// compare brings one pair to its levels. The comparer is made once: it holds
// some megabytes of remembered comparisons.
func (res *Result) compare(a, b *row, o *outcome) {
	if res.comparer == nil {
		res.comparer = newComparer(res.linker.x, res.linker.stats)
	}
	res.comparer.compare(a, b, o)
}
