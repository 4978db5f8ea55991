package qualify

import (
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// say is a phrase of the evidence in the profile's language, with what stands
// for its placeholders: pairs of a placeholder and its text.
func (p *Plan) say(key string, pairs ...string) string {
	phrase := market.Text(p.config.Language, "evidence."+key)
	for i := 0; i+1 < len(pairs); i += 2 {
		phrase = strings.Replace(phrase, pairs[i], pairs[i+1], 1)
	}
	return phrase
}

// fieldName is what the evidence calls a field: its translation, or its own
// name.
func (p *Plan) fieldName(f contact.Field) string {
	if name := market.Text(p.config.Language, "field."+f.String()); name != "" {
		return name
	}
	return f.String()
}

// missing says that a field has no value.
func (p *Plan) missing(f contact.Field) string { return p.say("missing", "{f}", p.fieldName(f)) }
