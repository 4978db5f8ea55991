package market

import (
	_ "embed"
	"strings"
	"sync"
)

var (
	//go:embed data/titles.csv
	titleData string
	//go:embed data/title_modifiers.csv
	titleModifierData string
	//go:embed data/departments.csv
	departmentData string
)

// TitleModifier is a word that changes the rank of a title.
type TitleModifier uint8

// The modifiers.
const (
	NoModifier TitleModifier = iota
	FormerModifier
	ActingModifier
	DeputyModifier
	SeniorModifier
	JuniorModifier
	ProxyModifier
	BehalfModifier
	JointModifier
)

var titleModifiers = map[string]TitleModifier{
	"former": FormerModifier, "acting": ActingModifier, "deputy": DeputyModifier, "senior": SeniorModifier,
	"junior": JuniorModifier, "proxy": ProxyModifier, "behalf": BehalfModifier, "joint": JointModifier,
}

// TitleEntry is what a phrase of a job title says.
type TitleEntry struct {
	Level      string // seniority, "" for a word that tells no rank
	Department string // department, "" where other words decide
	Class      byte   // authority class A B C D X, 0: that of the level
	Language   string // "" any
	Rank       bool   // a rank word: says nothing of the kind of work
	Serves     bool   // serves the boss named behind it: assistant, adviser
	Weak       bool   // the department counts only where no other word names one
	Field      bool   // a field of work: the level counts only where no other word tells one
	Stage      bool   // a stage of training that, standing by itself, says what the whole title is
	Modifier   TitleModifier
	others     []*TitleEntry // the same phrase in single languages
	head       bool          // also the last part of a compound
	length     int8          // longest phrase that begins with this word, in words
	own        bool          // the word alone is a phrase
}

// In gives what the phrase means in a language.
func (e *TitleEntry) In(language string) *TitleEntry {
	for _, other := range e.others {
		if other.Language == language {
			return other
		}
	}
	if !e.own {
		return nil
	}
	return e
}

// National tells whether the phrase means something else in some language.
func (e *TitleEntry) National() bool { return len(e.others) > 0 || !e.own }

// Longest is the number of words of the longest phrase that begins with the
// word.
func (e *TitleEntry) Longest() int { return int(e.length) }

type titleTable struct {
	phrases map[string]*TitleEntry
	// tails has a bit for every last pair of letters of a compound's last
	// part, so that most words are turned away at once.
	tails [26 * 26]bool
}

var titles = sync.OnceValue(func() *titleTable {
	t := &titleTable{phrases: make(map[string]*TitleEntry, 9000)}
	for row := range dataRows(departmentData) {
		for phrase := range strings.SplitSeq(row[2], "|") {
			t.add(phrase, TitleEntry{Department: row[0], Weak: row[1] == "w"})
		}
	}
	for row := range dataRows(titleModifierData) {
		for phrase := range strings.SplitSeq(row[1], "|") {
			t.add(phrase, TitleEntry{Modifier: titleModifiers[row[0]]})
		}
	}
	for row := range dataRows(titleData) {
		e := TitleEntry{
			Level: row[0], Department: row[1], Language: row[3],
			Rank: strings.Contains(row[4], "r"), Serves: strings.Contains(row[4], "s"), head: strings.Contains(row[4], "c"),
			Weak: strings.Contains(row[4], "w"), Field: strings.Contains(row[4], "f"), Stage: strings.Contains(row[4], "t"),
		}
		if row[2] != "" {
			e.Class = row[2][0]
		}
		for phrase := range strings.SplitSeq(row[5], "|") {
			t.add(phrase, e)
			if strings.Contains(row[4], "i") {
				for _, ending := range feminine(phrase) {
					t.add(ending, e)
				}
			}
		}
	}
	return t
})

// feminine gives the German female and plural forms of a title.
func feminine(title string) []string {
	switch {
	case strings.HasSuffix(title, "mann"):
		stem := strings.TrimSuffix(title, "mann")
		return []string{stem + "frau", stem + "leute"}
	case strings.HasSuffix(title, "ter") && (strings.HasSuffix(title, "ellter") || strings.HasSuffix(title, "mter")):
		return []string{strings.TrimSuffix(title, "r")}
	case strings.HasSuffix(title, "e"):
		return []string{strings.TrimSuffix(title, "e") + "in"}
	case strings.HasSuffix(title, "Arzt"):
		return []string{strings.TrimSuffix(title, "Arzt") + "Ärztin"}
	}
	return []string{title + "in", title + "innen"}
}

// add enters a phrase under both its keys, and with the "&" that a title may
// write for "and". Of two entries for one phrase and language the later counts.
func (t *titleTable) add(phrase string, e TitleEntry) {
	for _, and := range [3]string{" and ", " und ", " et "} {
		if first, last, several := strings.Cut(phrase, and); several {
			t.addKey(Key(first+" "+last), e)
		}
	}
	t.addKey(Key(phrase), e)
	if german := GermanKey(phrase); german != Key(phrase) {
		t.addKey(german, e)
	}
}

func (t *titleTable) addKey(key string, e TitleEntry) {
	have := t.entry(key)
	if e.Language != "" {
		single := e
		single.own = true
		have.others = append(have.others, &single)
	} else {
		others, length := have.others, have.length
		head := have.head || e.head
		if e.Department == "" && have.Level == "" {
			e.Department, e.Weak = have.Department, have.Weak
		}
		*have = e
		have.others, have.length, have.own, have.head = others, length, true, head
	}
	first, _, _ := strings.Cut(key, " ")
	lead := t.entry(first)
	lead.length = max(lead.length, int8(strings.Count(key, " ")+1))
	if n := len(key); n >= 4 && first == key && isLower(key[n-1]) && isLower(key[n-2]) {
		t.tails[int(key[n-2]-'a')*26+int(key[n-1]-'a')] = true
	}
}

func (t *titleTable) entry(key string) *TitleEntry {
	e := t.phrases[key]
	if e == nil {
		e = new(TitleEntry)
		t.phrases[key] = e
	}
	return e
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }

// TitlePhrase is what a phrase, given by its key, says; nil when unknown.
// Callers choose the language with In.
func TitlePhrase(key []byte) *TitleEntry { return titles().phrases[string(key)] }

// TitleCompound reads an unknown word as a compound of a German or Norwegian
// kind: its last part tells the rank (head), the part before it the field.
// Both may be nil.
func TitleCompound(word []byte) (head, field *TitleEntry) {
	t := titles()
	n := len(word)
	if n < 6 || !isLower(word[n-1]) || !isLower(word[n-2]) || !t.tails[int(word[n-2]-'a')*26+int(word[n-1]-'a')] {
		return nil, t.field(word)
	}
	for cut := 2; cut <= n-4; cut++ {
		e := t.phrases[string(word[cut:])]
		if e != nil && e.own && e.head && e.Level != "" {
			return e, t.field(word[:cut])
		}
	}
	return nil, t.field(word)
}

// field finds the department word at the end of a compound's part, or else at
// its start.
func (t *titleTable) field(part []byte) *TitleEntry {
	n := len(part)
	if n < 2 {
		return nil
	}
	for cut := 0; cut <= n-4; cut++ {
		if e := t.department(part[cut:]); e != nil {
			return e
		}
	}
	if e := t.department(part); e != nil {
		return e
	}
	// At its start without joining letters: "Jugen-d" holds no juge.
	for end := n - 1; end >= 5; end-- {
		if e := t.phrases[string(part[:end])]; e.namesField() {
			return e
		}
	}
	return nil
}

// department looks a word up, with or without the s or n that joins
// compounds.
func (t *titleTable) department(word []byte) *TitleEntry {
	e := t.phrases[string(word)]
	if e == nil || !e.own {
		if n := len(word); n > 4 && (word[n-1] == 's' || word[n-1] == 'n') {
			e = t.phrases[string(word[:n-1])]
		}
	}
	if !e.namesField() {
		return nil
	}
	return e
}

// namesField tells whether a word gives the compound it stands in a
// department.
func (e *TitleEntry) namesField() bool {
	return e != nil && e.own && e.Department != "" && e.Department != "other"
}
