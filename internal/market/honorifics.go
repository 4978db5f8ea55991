package market

import (
	_ "embed"
	"strings"
	"sync"
)

var (
	//go:embed data/honorifics.csv
	honorificData string
	//go:embed data/given_names.csv
	givenNameData string
	//go:embed data/family_names.csv
	familyNameData string
	//go:embed data/business_words.csv
	businessWordData string
)

// NameWord says what a word may be in a person's name, as bits.
type NameWord uint32

// The parts a word may play in a name.
const (
	TitleWord         NameWord = 1 << iota // stands before a name: Dr, Frau, mgr, Lord
	FirstTitleWord                         // a title that is followed by a first name: Sir, Queen
	FrenchTitleWord                        // a title in French lists only: M., Me
	PolishTitleWord                        // a title in Polish lists only: P.
	RomanianTitleWord                      // a title in Romanian lists only: Jr., the jurist
	ForwardWord                            // shows whom a letter is for: attn, z.Hd.
	GenerationWord                         // Jr, III, fils
	CredentialWord                         // letters behind a name: PhD, CPA
	CapitalsWord                           // letters behind a name only in capitals or dotted: MA, BS
	ParticleWord                           // joins the last name: von, de, bin
	GivenParticleWord                      // a particle that is a given name as well: Van, Al
	ConjunctionWord                        // and, y, of
	GivenWord                              // a given name
	GivenAlsoWord                          // a given name that is as often a family name
	FamilyWord                             // a frequent family name
	BusinessWord                           // of a firm, not a person
	FormWord                               // part of a legal form
	NobodyWord                             // stands alone for "no name": test, unknown, brak
	SpecimenWord                           // part of a specimen's name: Doe, Mustermann
	OfficeWord                             // part of an office's: Buchhaltung, manager
)

// nameEntry is what is known of one word.
type nameEntry struct {
	word    NameWord
	display string // spelling of a title, suffix or credential whose case was lost
}

var nameKinds = map[string]NameWord{
	"title": TitleWord, "firsttitle": TitleWord | FirstTitleWord, "fr": FrenchTitleWord, "pl": PolishTitleWord, "ro": RomanianTitleWord, "forward": ForwardWord,
	"generation": GenerationWord, "credential": CredentialWord, "capitals": CapitalsWord,
	"particle": ParticleWord, "given-particle": ParticleWord | GivenParticleWord, "conjunction": ConjunctionWord,
}

// nameWords is keyed by the squeezed word.
var nameWords = sync.OnceValue(func() map[string]nameEntry {
	words := make(map[string]nameEntry, 8000)
	add := func(text string, word NameWord, display bool) {
		key := Squeeze(text)
		if key == "" && word == ConjunctionWord {
			key = text // & and +
		}
		entry := words[key]
		entry.word |= word
		if display && entry.display == "" {
			entry.display = strings.TrimRight(text, ".")
		}
		words[key] = entry
	}
	for row := range dataRows(honorificData) {
		kind := nameKinds[row[0]]
		for word := range strings.FieldsSeq(row[1]) {
			add(word, kind, kind&(ParticleWord|ConjunctionWord) == 0)
		}
	}
	for row := range dataRows(givenNameData) {
		kind := GivenWord
		if row[0] == "also" {
			kind = GivenAlsoWord
		}
		for word := range strings.FieldsSeq(row[1]) {
			add(word, kind, false)
		}
	}
	for row := range dataRows(familyNameData) {
		for word := range strings.FieldsSeq(row[1]) {
			add(word, FamilyWord, false)
		}
	}
	for row := range dataRows(businessWordData) {
		for word := range strings.FieldsSeq(row[1]) {
			add(word, BusinessWord, false)
		}
	}
	mark := func(text string, word NameWord) {
		key := Squeeze(text)
		entry := words[key]
		if entry.word&(ParticleWord|ConjunctionWord) == 0 || word != FormWord {
			entry.word |= word
			words[key] = entry
		}
	}
	for row := range dataRows(legalFormData) {
		if strings.ContainsAny(row[3], "bdf") {
			continue
		}
		for spelling := range strings.SplitSeq(row[4], "|") {
			mark(spelling, FormWord)
			for word := range strings.FieldsSeq(spelling) {
				if len(Squeeze(word)) > 1 {
					mark(word, FormWord)
				}
			}
		}
	}
	for row := range dataRows(placeholderData) {
		for name := range strings.SplitSeq(row[1], "|") {
			word := SpecimenWord
			switch row[0] {
			case "nobody":
				mark(name, NobodyWord)
				if !strings.Contains(name, " ") {
					continue
				}
			case "office":
				word = OfficeWord
			}
			for part := range strings.FieldsSeq(name) {
				mark(part, word)
			}
		}
	}
	return words
})

// LookupName tells what a word, given by its squeezed key, may be in a name.
func LookupName(squeezed []byte) NameWord { return nameIndexOf().get(squeezed) }

var nameIndexOf = sync.OnceValue(func() *nameIndex { return newNameIndex(nameWords()) })

// NameSpelling is how a title, suffix or credential is spelled, without a
// final dot, for a word whose case was lost; "" for any other word.
func NameSpelling(squeezed []byte) string { return nameWords()[string(squeezed)].display }
