package sheet

import (
	"context"
	"io"
	"iter"
)

// toldRows is after how many rows a reader tells how far it is.
const toldRows = 256

// rows yields what next reads from the scanner up to io.EOF, and tells onRead
// now and then how many bytes were read since it was last told.
func (s *xmlScanner) rows(ctx context.Context, onRead func(n int64), next func() (Row, error)) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		told := int64(0)
		for n := 0; ; n++ {
			row, err := next()
			if n%toldRows == 0 {
				onRead(s.done - told)
				told = s.done
				if ctx.Err() != nil {
					err = ctx.Err()
				}
			}
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(Row{}, err)
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// enter moves into the element of a name with the given index among its like.
func (s *xmlScanner) enter(name string, index int) error {
	for {
		if err := s.next(); err != nil {
			return err
		}
		if s.kind != startTag || string(s.name) != name {
			continue
		}
		if index == 0 {
			return nil
		}
		index--
		if err := s.skip(); err != nil {
			return err
		}
	}
}
