package sheet

import "io"

// ahead unpacks in a goroutine while the rows before are scanned: inflating
// takes half the time of reading a sheet.
type ahead struct {
	src    io.Closer
	full   chan piece
	free   chan []byte
	quit   chan struct{}
	now    piece
	unread []byte
}

type piece struct {
	data []byte
	err  error
}

const (
	aheadBytes  = 128 << 10
	aheadPieces = 4
)

func readAhead(src io.ReadCloser) *ahead {
	a := &ahead{src: src, full: make(chan piece, aheadPieces), free: make(chan []byte, aheadPieces), quit: make(chan struct{})}
	for range aheadPieces {
		a.free <- make([]byte, aheadBytes)
	}
	go a.run(src)
	return a
}

func (a *ahead) run(src io.Reader) {
	defer close(a.full)
	for {
		var buf []byte
		select {
		case buf = <-a.free:
		case <-a.quit:
			return
		}
		n, err := io.ReadFull(src, buf)
		if err == io.ErrUnexpectedEOF {
			err = io.EOF
		}
		select {
		case a.full <- piece{buf[:n], err}:
		case <-a.quit:
			return
		}
		if err != nil {
			return
		}
	}
}

// Read gives what was unpacked ahead.
func (a *ahead) Read(p []byte) (int, error) {
	for len(a.unread) == 0 {
		if a.now.err != nil {
			return 0, a.now.err
		}
		if a.now.data != nil {
			a.free <- a.now.data[:cap(a.now.data)]
		}
		next, ok := <-a.full
		if !ok {
			return 0, io.EOF
		}
		a.now, a.unread = next, next.data
	}
	n := copy(p, a.unread)
	a.unread = a.unread[n:]
	return n, nil
}

// Close stops the goroutine and closes the source behind it.
func (a *ahead) Close() error {
	close(a.quit)
	for range a.full {
	}
	return a.src.Close()
}
