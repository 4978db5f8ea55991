package suppress

import "strings"

// untagged is the key of a mailbox without its tag (RFC 5233: "jan+news" is the
// mailbox "jan"), "" where it has none. Most hosts deliver so, and where one
// does not, better one stranger too few than one suppressed person mailed.
func untagged(key string) string {
	tag := strings.IndexByte(key, '+')
	at := strings.LastIndexByte(key, '@')
	if tag <= 0 || at < tag {
		return ""
	}
	return key[:tag] + key[at:]
}

// putEmail adds an address, and its mailbox where it has a tag.
func (l *Loader) putEmail(key string, ref uint32) {
	l.put(byEmail, ref, key)
	if plain := untagged(key); plain != "" {
		l.put(byEmail, ref, plain)
	}
}
