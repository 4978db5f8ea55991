package market

// GivenName tells whether a word (as written) is a frequent given name in one
// of the known languages.
func GivenName(word string) bool {
	var room [48]byte
	return LookupName(AppendSqueezed(room[:0], word))&(GivenWord|GivenAlsoWord) != 0
}

// FamilyName tells whether a word (as written) is a frequent family name.
func FamilyName(word string) bool {
	var room [48]byte
	return LookupName(AppendSqueezed(room[:0], word))&FamilyWord != 0
}

// AppendSqueezed appends the key of a word without its blanks.
func AppendSqueezed(dst []byte, word string) []byte {
	from := len(dst)
	dst = AppendKey(dst, word)
	to := from
	for _, c := range dst[from:] {
		if c != ' ' {
			dst[to] = c
			to++
		}
	}
	return dst[:to]
}
