package spool

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"goldpan/internal/contact"
)

func record(i int) *contact.Record {
	r := &contact.Record{ID: uint32(i), Origin: contact.Origin{List: int32(i % 3), Row: int32(i + 2)}}
	r.Raw = []string{fmt.Sprint("cell ", i), "", strings.Repeat("ź", i%50)}
	r.Values[contact.FirstName] = fmt.Sprint("Name", i)
	r.Values[contact.IdentityNote] = "last field"
	return r
}

func TestRoundTrip(t *testing.T) {
	s, err := New(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	const n = 5000
	var buf []byte
	for i := range n {
		buf = Encode(buf[:0], record(i))
		if err := s.Append(buf); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 { // a spool can be read again
		i := 0
		var got contact.Record
		for entry, err := range s.All(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
			if ID(entry) != uint32(i) {
				t.Fatalf("entry %d has id %d", i, ID(entry))
			}
			if err := Decode(entry, &got); err != nil {
				t.Fatal(err)
			}
			want := record(i)
			if got.ID != want.ID || got.Origin != want.Origin || !slices.Equal(got.Raw, want.Raw) || got.Values != want.Values {
				t.Fatalf("record %d came back as %+v", i, got)
			}
			i++
		}
		if i != n {
			t.Fatalf("read %d of %d", i, n)
		}
	}
}

func TestSpoolHasNoName(t *testing.T) {
	dir := t.TempDir()
	b, err := NewBuckets(dir, 4)
	if err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("%d files can be seen while the spool is open", len(left))
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(Encode(nil, record(7)))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01})
	f.Fuzz(func(t *testing.T, data []byte) {
		var r contact.Record
		if Decode(data, &r) != nil {
			return
		}
		var again contact.Record
		if err := Decode(Encode(nil, &r), &again); err != nil {
			t.Fatal(err)
		}
		if r.Values != again.Values {
			t.Fatal("a second round trip changes the record")
		}
	})
}
