package sift

import (
	"iter"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/sink"
)

// review is the doubtful pairs of a run, for a person to decide.
type review struct {
	run   *run
	who   *dedupe.Result
	at    map[uint32]int    // by row id: index into sides
	sides []sink.ReviewSide // what a person compares
}

func (run *run) newReview(all *rows, who *dedupe.Result) *review {
	v := &review{run: run, who: who, at: map[uint32]int{}}
	for _, p := range who.Doubtful {
		for _, id := range [...]uint32{p.A, p.B} {
			if !v.wants(id) {
				v.at[id] = len(v.at)
			}
		}
	}
	v.sides = make([]sink.ReviewSide, len(v.at))
	return v
}

// wants tells whether the row is one side of a doubtful pair.
func (v *review) wants(id uint32) bool {
	_, ok := v.at[id]
	return ok
}

// see remembers what the review shows of a row. Different rows may be seen by
// different goroutines.
func (v *review) see(r *contact.Record) {
	i, ok := v.at[r.ID]
	if !ok {
		return
	}
	phone := r.Get(contact.BestPhone)
	if phone == "" {
		phone = r.Get(contact.Phone)
	}
	v.sides[i] = sink.ReviewSide{
		Place: sink.Place{List: v.run.lists[r.Origin.List].table.List, Row: r.Origin.Row},
		Name:  r.FullName(), Company: r.Get(contact.Company), Email: r.Get(contact.Email), Phone: phone, City: r.Get(contact.City),
	}
}

// pairs yields the doubtful pairs, the likeliest first.
func (v *review) pairs() iter.Seq[sink.ReviewRow] {
	return func(yield func(sink.ReviewRow) bool) {
		for _, p := range v.who.Doubtful {
			row := sink.ReviewRow{
				Probability: p.Probability, Evidence: dedupe.Waterfall(v.who.Evidence(p.A, p.B), p.Probability),
				A: v.sides[v.at[p.A]], B: v.sides[v.at[p.B]],
			}
			if !yield(row) {
				return
			}
		}
	}
}

func (run *run) writeReview(folder *sink.Folder, v *review) error {
	return writeCSV(folder, "review.csv", sink.ReviewColumns(), func(c *sink.CSV) error {
		for row := range v.pairs() {
			if err := c.Review(&row); err != nil {
				return err
			}
		}
		return nil
	})
}
