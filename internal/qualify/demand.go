package qualify

import "goldpan/internal/contact"

// Demand is a criterion in words, for a legend.
type Demand struct {
	Reason contact.Reason // the code it rejects with
	Wanted string         // "20-500"
}

// Demands lists what the profile asks, in its order.
func (p *Plan) Demands() []Demand {
	out := make([]Demand, len(p.checks))
	for i := range p.checks {
		out[i] = Demand{p.checks[i].reason, p.checks[i].wanted}
	}
	return out
}
