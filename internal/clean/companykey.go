package clean

import "goldpan/internal/market"

// key joins what is left: without "and" in any language and a leading "the",
// single letters drawn together ("A. B. C." and "ABC" are one).
func (w *companyWords) key() string {
	var room [128]byte
	key := room[:0]
	single := false
	for i := range w.n {
		if w.words[i].gone {
			continue
		}
		word := w.word(i)
		if w.n > 1 && fillerWord(w.squeezed(i, i+1), len(key) == 0 || i == w.n-1) {
			continue
		}
		if letters := w.squeezed(i, i+1); len(letters) == len(word) && len(word) > 1 { // every sign gave its letter: the key of the word
			if len(key) > 0 {
				key = append(key, ' ')
			}
			key, single = append(key, letters...), false
			continue
		}
		key, single = appendKeyWord(key, word, single)
	}
	if len(key) == 0 {
		return Key(w.text)
	}
	return string(key)
}

// appendKeyWord appends the key of one word; single says that the key so far
// ends in a single letter.
func appendKeyWord(key []byte, word string, single bool) ([]byte, bool) {
	from := len(key)
	if from > 0 {
		key = append(key, ' ')
	}
	key = market.AppendKey(key, word)
	start := from
	if from > 0 {
		start++
	}
	to := start
	for i := start; i < len(key); {
		end := i
		for end < len(key) && key[end] != ' ' {
			end++
		}
		alone := end == i+1 && (key[i] < '0' || key[i] > '9')
		if alone && single {
			if to > 0 && key[to-1] == ' ' {
				to--
			}
		}
		to += copy(key[to:], key[i:end])
		single = alone
		if end < len(key) {
			key[to] = ' '
			to++
			end++
		}
		i = end
	}
	return key[:to], single
}

// fillerWord tells the words that companies put in and leave out at will.
func fillerWord(letters []byte, edge bool) bool {
	switch string(letters) {
	case "and", "und", "et", "og", "oraz", "si":
		return true
	case "the":
		return edge
	}
	return false
}
