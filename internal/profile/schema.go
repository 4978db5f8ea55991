package profile

import (
	"encoding/json"
	"strings"
)

// Schema is a JSON Schema (draft 2020-12) of the profile, for editors. It is
// made of the same table of keys that the walk checks by.
func Schema() []byte {
	top := table()
	s := top.schema()
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "goldpan profile"
	text, _ := json.MarshalIndent(s, "", "  ") // maps of words always encode
	return append(text, '\n')
}

// schema describes what a key holds. JSON writes the keys of a map sorted.
func (k *key) schema() map[string]any {
	var s map[string]any
	switch k.shape {
	case list:
		s = map[string]any{"type": []string{"array", "null"}, "items": k.each.schema()}
	case mapping:
		s = map[string]any{"type": []string{"object", "null"}, "additionalProperties": false}
		if len(k.keys) > 0 {
			properties := make(map[string]any, len(k.keys))
			for i := range k.keys {
				properties[k.keys[i].name] = k.keys[i].schema()
			}
			s["properties"] = properties
		}
		if k.each != nil {
			s["additionalProperties"] = k.each.schema()
		}
		if len(k.required) > 0 {
			s["required"] = k.required
		}
	default:
		s = k.form.schema()
	}
	if k.alone != nil {
		s = map[string]any{"anyOf": []any{s, k.alone.schema()}}
	}
	if doc := k.description(); doc != "" {
		s["description"] = doc
	}
	return s
}

// description is the key's own words, and an example.
func (k *key) description() string {
	doc := k.doc
	if k.shape == scalar && k.form.example != "" && !strings.Contains(doc, k.form.example) {
		doc = strings.TrimPrefix(doc+", such as "+k.form.example, ", ")
	}
	if k.pending {
		doc = strings.TrimPrefix(doc+" (accepted, no effect yet)", " ")
	}
	return doc
}

// schema describes a scalar. Numbers may be written bare or in quotes.
func (f form) schema() map[string]any {
	switch {
	case f.name == yesNo.name:
		return map[string]any{"type": "boolean"}
	case len(f.words) > 0 && allDigits(f.words):
		var values []any
		for _, w := range f.words {
			values = append(values, w, json.Number(w))
		}
		return map[string]any{"enum": values}
	case len(f.words) > 0:
		return map[string]any{"enum": f.words}
	case f.name == anyText.name:
		return map[string]any{"type": []string{"string", "number", "boolean"}}
	}
	s := map[string]any{"type": "string"}
	if f.number {
		s["type"] = []string{"string", "number"}
	}
	if f.pattern != "" {
		s["pattern"] = f.pattern
	}
	return s
}

func allDigits(words []string) bool {
	return !strings.ContainsFunc(strings.Join(words, ""), func(r rune) bool { return r < '0' || r > '9' })
}
