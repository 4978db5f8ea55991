package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"sync/atomic"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zip"
	"github.com/klauspost/compress/zstd"
)

// errLimit marks what goes past a limit.
var errLimit = errors.New("it goes past a limit")

// blob is a run of bytes that can be read again and again: a file, an unpacked
// file, an entry of an archive.
type blob struct {
	size int64 // bytes that reading consumes, for progress
	at   io.ReaderAt
	// open reads from the start and adds what it consumes of size to done.
	open  func(done *atomic.Int64) (io.ReadCloser, error)
	close func() error
}

func noClose() error { return nil }

// openBlob opens a file, or standard input through a copy without a name.
func openBlob(path string, o Options) (*blob, error) {
	if path == "-" || o.Name != "" {
		return spool(os.Stdin, o.Limits)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	if info.IsDir() {
		f.Close()
		return nil, &Error{Kind: Failed, Detail: "it is a folder"}
	}
	if !info.Mode().IsRegular() {
		defer f.Close()
		return spool(f, o.Limits)
	}
	return fileBlob(f, info.Size()), nil
}

// fileBlob reads an open file; several readers may be at work.
func fileBlob(f *os.File, size int64) *blob {
	return &blob{size: size, at: f, close: f.Close, open: func(done *atomic.Int64) (io.ReadCloser, error) {
		return io.NopCloser(&counted{src: io.NewSectionReader(f, 0, size), done: done}), nil
	}}
}

// spool copies what can be read only once into a file that is unlinked as soon
// as it is open, so that nothing of it stays behind.
func spool(src io.Reader, lim Limits) (*blob, error) {
	f, err := os.CreateTemp("", "goldpan-*")
	if err != nil {
		return nil, fmt.Errorf("making a temporary file: %w", err)
	}
	if err := os.Remove(f.Name()); err != nil {
		f.Close()
		return nil, fmt.Errorf("unlinking a temporary file: %w", err)
	}
	n, err := io.Copy(f, io.LimitReader(src, lim.MaxInflated+1))
	if err != nil {
		f.Close()
		return nil, err
	}
	if n > lim.MaxInflated {
		f.Close()
		return nil, fmt.Errorf("%w: it is larger than %d MiB", errLimit, lim.MaxInflated>>20)
	}
	return fileBlob(f, n), nil
}

// counted tells how far reading has come.
type counted struct {
	src  io.Reader
	done *atomic.Int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.src.Read(p)
	if c.done != nil {
		c.done.Add(int64(n))
	}
	return n, err
}

// unpacked is the content of a packed blob, within the limits.
func (b *blob) unpacked(unpack func(io.Reader) (io.ReadCloser, error), lim Limits) *blob {
	return &blob{size: b.size, close: noClose, open: func(done *atomic.Int64) (io.ReadCloser, error) {
		raw, err := b.open(done)
		if err != nil {
			return nil, err
		}
		r, err := unpack(raw)
		if err != nil {
			raw.Close()
			return nil, &Error{Kind: Truncated, Detail: "it is cut off or damaged: " + err.Error(), Err: err}
		}
		return &inflating{src: r, raw: raw, packed: b.size, lim: lim}, nil
	}}
}

func gunzip(r io.Reader) (io.ReadCloser, error) { return gzip.NewReader(r) }

func unzstd(r io.Reader) (io.ReadCloser, error) {
	d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
	if err != nil {
		return nil, err
	}
	return d.IOReadCloser(), nil
}

// entry is a file inside a zip archive.
func entry(f *zip.File, lim Limits) *blob {
	packed := int64(f.CompressedSize64)
	return &blob{size: packed, close: noClose, open: func(done *atomic.Int64) (io.ReadCloser, error) {
		r, err := f.Open()
		if err != nil {
			return nil, &Error{Kind: Truncated, Detail: "it is cut off or damaged: " + err.Error(), Err: err}
		}
		return &inflating{src: r, raw: io.NopCloser(nil), packed: packed, lim: lim, done: done, full: int64(f.UncompressedSize64)}, nil
	}}
}

// inflating guards unpacking against bombs and names damage for what it is.
type inflating struct {
	src    io.ReadCloser
	raw    io.Closer
	packed int64
	out    int64
	lim    Limits
	done   *atomic.Int64 // where the packed bytes cannot be counted themselves
	full   int64
	told   int64
}

func (i *inflating) Read(p []byte) (int, error) {
	n, err := i.src.Read(p)
	i.out += int64(n)
	if i.done != nil && i.full > 0 {
		now := int64(float64(i.packed) * float64(i.out) / float64(i.full))
		i.done.Add(now - i.told)
		i.told = now
	}
	const harmless = 16 << 20
	if i.out > i.lim.MaxInflated || i.out > harmless && float64(i.out) > i.lim.MaxRatio*float64(max(1, i.packed)) {
		return 0, fmt.Errorf("%w: it unpacks from %d to more than %d bytes", errLimit, i.packed, i.out)
	}
	if err != nil && err != io.EOF {
		err = &Error{Kind: Truncated, Detail: "it is cut off or damaged: " + err.Error(), Hint: "fetch the file again", Err: err}
	}
	return n, err
}

func (i *inflating) Close() error {
	err := i.src.Close()
	if cerr := i.raw.Close(); err == nil {
		err = cerr
	}
	return err
}

// head reads the first bytes of a blob.
func (b *blob) head(n int) ([]byte, error) {
	r, err := b.open(nil)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var buf bytes.Buffer
	if _, err := io.CopyN(&buf, r, int64(n)); err != nil && err != io.EOF {
		return nil, err
	}
	return buf.Bytes(), nil
}

// seekable gives a blob that can be read at any place, unpacking it into an
// unlinked file if need be.
func (b *blob) seekable(lim Limits) (*blob, error) {
	if b.at != nil {
		return b, nil
	}
	r, err := b.open(nil)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return spool(r, lim)
}
