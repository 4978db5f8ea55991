package columns

import "goldpan/internal/market"

// layoutRule is what a recognised layout says of one column.
type layoutRule struct {
	target   target
	unit     float64
	currency string
}

// findLayout recognises the vendor by the labels only that vendor uses: the
// layout with the most of them, if it has as many as it needs.
func (b *board) findLayout(path string) {
	have := make(map[string]int, len(b.wordings)) // first column of each label
	for i := range b.wordings {
		if _, seen := have[b.wordings[i].compact]; !seen {
			have[b.wordings[i].compact] = i
		}
	}
	var best *market.Layout
	most := 0.0
	all := market.Layouts()
	for i := range all {
		hits := 0
		for _, label := range all[i].Signature {
			if _, ok := have[label]; ok {
				hits++
			}
		}
		if share := float64(hits) / float64(len(all[i].Signature)); hits >= all[i].Need && share > most {
			most, best = share, &all[i]
		}
	}
	if best == nil {
		b.vendor = market.VendorOfPath(path)
		return
	}
	b.vendor, b.layout = best.Vendor, best.Name
	for _, rule := range best.Rules {
		i, ok := have[rule.Label]
		if !ok {
			continue
		}
		if t, ok := parseTarget(rule.Target); ok {
			b.rules[i] = layoutRule{t, rule.Unit, rule.Currency}
		}
	}
}

// layoutCandidate proposes what the layout says, if the values agree.
func (b *board) layoutCandidate(i int, rule layoutRule) bool {
	if rule.target.kind == toExtra {
		b.extra[i] = 1.2
		return true
	}
	f := fit(rule.target, b.values[i])
	if f == 0 {
		b.columns[i].Warnings = append(b.columns[i].Warnings,
			"the layout "+b.vendor+" expects "+rule.target.field.String()+" here, the values do not: read by label and values alone")
		return false
	}
	c := &b.columns[i]
	if rule.unit > 0 {
		c.Unit = rule.unit
	}
	if rule.currency != "" {
		c.Currency = rule.currency
	}
	s := sense{target: rule.target, weight: 1}
	if found := b.senses[i]; len(found) > 0 {
		s.scope, s.lang = found[0].scope, found[0].lang
	}
	b.add(i, candidate{rule.target, 0.7 + 0.6*f, s, "layout " + b.vendor})
	return true
}
