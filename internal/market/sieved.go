package market

// sieved is a table for texts of which few are keys: a look at some letters
// turns most away before the map is asked, whose parts lie far apart in memory.
type sieved[V any] struct {
	entries map[string]V
	marks   [128]uint64
}

func newSieved[V any]() *sieved[V] { return &sieved[V]{entries: map[string]V{}} }

func (t *sieved[V]) put(key string, v V) {
	t.entries[key] = v
	at := mark(key)
	t.marks[at>>6] |= 1 << (at & 63)
}

func (t *sieved[V]) get(key string) (v V, ok bool) {
	if at := mark(key); t.marks[at>>6]&(1<<(at&63)) == 0 {
		return v, false
	}
	v, ok = t.entries[key]
	return v, ok
}

// mark is a number below 8192 made of a text's length, its first two letters
// and the one in the middle.
func mark(key string) uint {
	n := uint(len(key))
	if n < 2 {
		return n
	}
	return (n + uint(key[0])*29 + uint(key[1])*571 + uint(key[n/2])*4099) & 8191
}
