package charset

import (
	"strings"
	"unicode/utf8"
)

// Repair undoes mojibake: UTF-8 that somebody read as a one-byte code page and
// saved again, once or twice. Where the same program did it to the whole file,
// it is decided once, over many texts; a file with garbled texts among sound
// ones is mended text by text.
type Repair struct {
	Page  string // the code page it was read as; "" when every text is mended by itself
	Times int    // how often

	back map[rune]byte
}

// mojibakePages are the code pages that programs fall back to.
var mojibakePages = []string{"windows-1252", "windows-1250", "iso-8859-1", "iso-8859-2", "macintosh", "cp850", "cp852", "windows-1251"}

// FindRepair looks for mojibake in texts; nil when there is none, or none that
// is certain. The whole file is garbled where nearly every text beyond ASCII
// turns into valid UTF-8.
func FindRepair(texts []string) *Repair {
	var suspects []string
	mendable := 0
	for _, t := range texts {
		if Mend(t) != t {
			mendable++
		}
		if !isASCII([]byte(t)) && utf8.ValidString(t) && !strings.ContainsRune(t, utf8.RuneError) {
			suspects = append(suspects, t)
		}
	}
	if mendable == 0 {
		return nil
	}
	best, most, again := (*Repair)(nil), 0, 0
	for _, name := range mojibakePages {
		r := &Repair{Page: name, Times: 1, back: backwards(name)}
		fixed, kept, twice := r.count(suspects)
		if kept*20 <= fixed && (fixed > most || fixed == most && twice > again) {
			best, most, again = r, fixed, twice
		}
	}
	if best == nil || most < 2 || mendable*4 < most {
		return &Repair{Times: 1}
	}
	if again*20 >= most*19 {
		best.Times = 2
	}
	return best
}

// count tells how many texts the repair changes, how many it cannot, and how
// many it changes a second time.
func (r *Repair) count(texts []string) (fixed, kept, twice int) {
	for _, text := range texts {
		once, ok := r.once(text)
		if !ok {
			kept++
			continue
		}
		fixed++
		if _, ok := r.once(once); ok {
			twice++
		}
	}
	return fixed, kept, twice
}

// backwards is the byte of every character of a code page. Bytes that the
// page leaves undefined were passed on as control characters.
func backwards(name string) map[rune]byte {
	back := map[rune]byte{}
	for b := 0x80; b < 0xA0; b++ {
		back[rune(b)] = byte(b)
	}
	for _, p := range pages {
		if p.name != name {
			continue
		}
		for b := 0x80; b < 0x100; b++ {
			if r := p.rune(byte(b)); r != utf8.RuneError {
				back[r] = byte(b)
			}
		}
	}
	return back
}

// Text repairs one text; what is no mojibake stays as it is.
func (r *Repair) Text(text string) string {
	if r.Page == "" {
		return Mend(text)
	}
	for range r.Times {
		fixed, ok := r.once(text)
		if !ok {
			return Mend(text)
		}
		text = fixed
	}
	return text
}

// once goes one step back: ok is false when the text cannot have come about
// that way.
func (r *Repair) once(text string) (fixed string, ok bool) {
	raw := make([]byte, 0, len(text))
	beyond := false
	for _, c := range text {
		if c < 0x80 {
			raw = append(raw, byte(c))
			continue
		}
		b, has := r.back[c]
		if !has {
			return "", false
		}
		raw = append(raw, b)
		beyond = true
	}
	if !beyond || !utf8.Valid(raw) {
		return "", false
	}
	return string(raw), true
}
