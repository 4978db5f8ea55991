package charset

import (
	"bytes"
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Guess is an encoding and how sure it is, from 0 to 1.
type Guess struct {
	Name       string
	Confidence float64
	Mark       bool   // there is a byte order mark
	Language   string // whose letters the text uses, "" if undecided
	Strays     string // encoding of rows that are no UTF-8 in a file that is, "" if none
}

// Evidence gathers what decides an encoding from any amount of text. The zero
// value is ready; feed it with Add, then ask Guess.
type Evidence struct {
	head     []byte
	carry    []byte // an unfinished UTF-8 sequence
	good     int    // multi-byte UTF-8 sequences
	bad      int    // bytes that are no UTF-8
	contexts map[context]int
	strays   map[context]int // of the bytes that are no UTF-8
}

// context is a byte above ASCII with its neighbours: what a letter is worth
// depends on the case of those beside it.
type context struct{ before, at, after byte }

const headBytes = 64 << 10

// Add takes the next piece of the text.
func (e *Evidence) Add(data []byte) {
	if len(e.head) < headBytes {
		e.head = append(e.head, data[:min(len(data), headBytes-len(e.head))]...)
	}
	if len(e.carry) == 0 && isASCII(data) {
		return
	}
	data = append(e.carry, data...)
	e.carry = nil
	if e.bad == 0 && utf8.Valid(data) {
		// UTF-8 so far: letter statistics will hardly be asked for.
		part := data[:min(len(data), 4096)]
		for !utf8.Valid(part) {
			part = part[:len(part)-1]
		}
		e.good += 1 + (len(part)-utf8.RuneCount(part))*len(data)/max(1, len(part))
		return
	}
	for i := 0; i < len(data); {
		if data[i] < 0x80 {
			i++
			continue
		}
		if !utf8.FullRune(data[i:]) {
			e.carry = append([]byte(nil), data[i:]...)
			e.note(data, i)
			return
		}
		e.note(data, i)
		if _, n := utf8.DecodeRune(data[i:]); n > 1 {
			e.good++
			for j := i + 1; j < i+n; j++ {
				e.note(data, j)
			}
			i += n
			continue
		}
		e.bad++
		e.strays = count(e.strays, contextAt(data, i))
		i++
	}
}

func (e *Evidence) note(data []byte, i int) { e.contexts = count(e.contexts, contextAt(data, i)) }

func contextAt(data []byte, i int) context {
	c := context{at: data[i]}
	if i > 0 {
		c.before = data[i-1]
	}
	if i+1 < len(data) {
		c.after = data[i+1]
	}
	return c
}

// count counts a context, in bounded memory.
func count(contexts map[context]int, c context) map[context]int {
	const most = 20_000
	if contexts == nil {
		contexts = map[context]int{}
	}
	if len(contexts) < most || contexts[c] > 0 {
		contexts[c]++
	}
	return contexts
}

func isASCII(data []byte) bool {
	for len(data) >= 8 {
		if (data[0]|data[1]|data[2]|data[3]|data[4]|data[5]|data[6]|data[7])&0x80 != 0 {
			return false
		}
		data = data[8:]
	}
	for _, b := range data {
		if b >= 0x80 {
			return false
		}
	}
	return true
}

// Settled tells whether more text would hardly change the guess.
func (e *Evidence) Settled() bool { return e.good+e.bad+len(e.contexts) > 20_000 }

// Guess decides.
func (e *Evidence) Guess() Guess {
	if g, ok := marked(e.head); ok {
		return g
	}
	if name, ok := wide(e.head); ok {
		return Guess{Name: name, Confidence: .95}
	}
	bad := e.bad
	if bad == 0 {
		if e.good > 0 {
			return Guess{Name: UTF8, Confidence: .99}
		}
		if len(e.carry) == 0 {
			return Guess{Name: UTF8, Confidence: 1} // plain ASCII
		}
	}
	if e.good > 20*bad || e.good > 4*bad && e.good > 8 {
		g := Guess{Name: UTF8, Confidence: .8}
		strays := Evidence{contexts: e.strays}
		if other := strays.byLetters(); other.Name != UTF8 && other.Confidence > .5 {
			g.Strays = other.Name
		}
		return g
	}
	return e.byLetters()
}

// marked reads a byte order mark.
func marked(head []byte) (Guess, bool) {
	for _, m := range []struct{ mark, name string }{
		{"\xef\xbb\xbf", UTF8}, {"\xff\xfe\x00\x00", UTF32LE}, {"\x00\x00\xfe\xff", UTF32BE},
		{"\xff\xfe", UTF16LE}, {"\xfe\xff", UTF16BE},
	} {
		if bytes.HasPrefix(head, []byte(m.mark)) {
			return Guess{Name: m.name, Confidence: 1, Mark: true}, true
		}
	}
	return Guess{}, false
}

// wide knows UTF-16 and UTF-32 without a mark by where their NUL bytes are.
func wide(head []byte) (string, bool) {
	var nul [4]int
	n := len(head) &^ 3
	for i, b := range head[:n] {
		if b == 0 {
			nul[i&3]++
		}
	}
	quarter := n / 4
	if quarter < 1 {
		return "", false
	}
	most := func(k int) bool { return nul[k]*10 >= quarter*7 }
	if name, ok := wideRows(head[:n]); ok {
		return name, true
	}
	few := func(k int) bool { return nul[k]*20 <= quarter }
	switch {
	case most(1) && most(2) && most(3) && few(0):
		return UTF32LE, true
	case most(0) && most(1) && most(2) && few(3):
		return UTF32BE, true
	case most(1) && most(3) && few(0) && few(2):
		return UTF16LE, true
	case most(0) && most(2) && few(1) && few(3):
		return UTF16BE, true
	}
	return "", false
}

// wideRows knows UTF-16 in any alphabet of Europe: beside the NULs of digits,
// blanks and line ends, the high bytes are those of a few blocks.
func wideRows(text []byte) (string, bool) {
	var nul, high [2]int
	for i, b := range text {
		switch {
		case b == 0:
			nul[i&1]++
			high[i&1]++
		case b <= 0x05, b == 0x20:
			high[i&1]++
		}
	}
	half := len(text) / 2
	for k, name := range [...]string{UTF16BE, UTF16LE} {
		if nul[k]*20 >= half && high[k]*20 >= half*19 && nul[1-k]*50 <= half && half >= 10 {
			return name, true
		}
	}
	return "", false
}

//go:embed letters.txt
var lettersText string

// language is the share of each letter among those beyond ASCII, as natural
// logarithms.
type language struct {
	name    string
	prior   float64 // how much less often it is met, in nats
	letters map[rune]float64
}

// usualShare is the per mille of letters beyond ASCII that weighs nothing.
const usualShare = 100

// fewness is how far a share is one of the letters beyond ASCII (1) and not one
// of all letters (0): where such letters stand, a language that has few of
// them, as Dutch or Italian, is hardly less likely than others. Chosen by
// measuring over 20 languages in all their code pages.
const fewness = .5

var languages = sync.OnceValue(func() []language {
	var all []language
	for line := range strings.Lines(lettersText) {
		f := strings.Fields(line)
		if len(f) < 3 || f[0] == "#" {
			continue
		}
		l := language{name: f[0], letters: map[rune]float64{}}
		l.prior, _ = strconv.ParseFloat(f[1], 64)
		sum := 0.0
		for i := 2; i+1 < len(f); i += 2 {
			share, _ := strconv.ParseFloat(f[i+1], 64)
			r, _ := utf8.DecodeRuneInString(f[i])
			l.letters[r] = share
			sum += share
		}
		for r, share := range l.letters {
			l.letters[r] = math.Log(share / (math.Pow(sum, fewness) * math.Pow(usualShare, 1-fewness)))
		}
		all = append(all, l)
	}
	return all
})

// nonsense is the mean likelihood of a byte below which bytes are no letters
// in any code page.
const nonsense = -7.5

// byLetters chooses the code page under which the bytes read like the letters
// of one language.
func (e *Evidence) byLetters() Guess {
	best, second := Guess{Name: "windows-1252"}, math.Inf(-1)
	top := math.Inf(-1)
	var topPage page
	for _, p := range pages {
		score, lang := math.Inf(-1), ""
		for _, l := range languages() {
			if s := e.likelihood(p, l) + l.prior; s > score {
				score, lang = s, l.name
			}
		}
		score += p.prior + p.foreign()
		switch {
		case score > top:
			if !e.same(p, topPage) {
				second = top
			}
			top, topPage = score, p
			best = Guess{Name: p.name, Language: lang}
		case score > second && !e.same(p, topPage):
			second = score
		}
	}
	weight := 0.0
	for _, n := range e.contexts {
		weight += math.Sqrt(float64(n))
	}
	if top < nonsense*weight {
		return Guess{Name: UTF8, Confidence: .3} // a text with a few broken bytes
	}
	best.Confidence = max(.3, min(.98, 1-math.Exp(-(top-second)/4)))
	return best
}

// dos tells of the code pages of MS-DOS.
func (p page) dos() bool { return strings.HasPrefix(p.name, "cp") }

func isLatin(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// foreign is the price of pages for other alphabets, which turn a few stray
// bytes into letters too easily; a text in such an alphabet pays it at once.
func (p page) foreign() float64 {
	if !unicode.Is(unicode.Latin, p.rune(0xE5)) && !unicode.Is(unicode.Latin, p.rune(0xC1)) && unicode.IsLetter(p.rune(0xE5)) {
		return -6
	}
	return 0
}

// same tells whether two pages read every byte seen alike.
func (e *Evidence) same(a, b page) bool {
	if b.name == "" {
		return true
	}
	for c := range e.contexts {
		if a.rune(c.at) != b.rune(c.at) {
			return false
		}
	}
	return true
}

// likelihood sums, over all bytes beyond ASCII, how likely each is as text of
// the language under the page. Counts are damped: the hundredth of the same
// context says little more than the tenth.
func (e *Evidence) likelihood(p page, l language) float64 {
	sum := 0.0
	for c, n := range e.contexts {
		sum += math.Sqrt(float64(n)) * p.weigh(c, l)
	}
	return sum
}

// common punctuation beyond ASCII, and how likely it is in lists.
var marks = map[rune]float64{
	'–': -4, '—': -5, '„': -4.5, '”': -4.5, '“': -4.5, '’': -4, '‘': -5.5, '«': -5, '»': -5, '…': -5, '°': -5, '§': -5.5,
	'€': -5, '£': -5.5, '®': -5.5, '©': -5.5, '™': -5.5, '²': -5.5, '³': -6, '·': -6, '•': -5.5, '\u00a0': -4, 'º': -6, 'ª': -6.5,
	'½': -6.5, '¼': -7, '´': -6, '±': -6.5, '×': -6.5, 'µ': -6.5, '¿': -6.5, '¡': -6.5, '‚': -6.5, '†': -7.5, '\u00ad': -7.5,
}

// weigh is the log likelihood of one byte in its context.
func (p page) weigh(c context, l language) float64 {
	r := p.rune(c.at)
	before, after := p.rune(c.before), p.rune(c.after)
	between := unicode.IsLetter(before) && unicode.IsLetter(after)
	alone := !unicode.IsLetter(before) && !unicode.IsLetter(after)
	if !unicode.IsLetter(r) {
		w, known := marks[r]
		switch {
		case r < 0xA0 || r == utf8.RuneError:
			return -16
		case !known:
			w = -10
		case r == 'º' || r == 'ª' || r == '°' || r == '²' || r == '³':
			if unicode.IsLetter(before) && r != '²' && r != '³' && r != 'º' && r != 'ª' {
				w -= 2
			}
		}
		if r == '\u00a0' && p.dos() {
			w -= 4 // typed by nobody there
		}
		if between && r != '’' && r != '\u00ad' && r != '·' {
			w -= 4
		}
		return w
	}
	lower := unicode.ToLower(r)
	w, known := l.letters[lower]
	if !known {
		w = -8.5
		if !unicode.Is(unicode.Latin, r) {
			w = -10
		}
	}
	if alone {
		w -= 5
	}
	if !unicode.Is(unicode.Latin, r) && (isLatin(c.before) || isLatin(c.after)) {
		w -= 5 // two alphabets in one word
	}
	if r != lower {
		w -= .7
		if unicode.IsLower(before) {
			w -= 3.5 // a capital inside a word
		}
	} else if unicode.IsUpper(before) && unicode.IsUpper(after) {
		w -= 2.5 // a small letter inside capitals
	}
	return w
}
