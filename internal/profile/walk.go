package profile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"goldpan/internal/qualify"
)

// walker checks a document by the table of keys and remembers where each path
// stands.
type walker struct {
	dir      string
	lines    []string // of the file
	root     *yaml.Node
	nodes    map[string]*yaml.Node // path to value
	names    map[string]*yaml.Node // path to key
	order    []string              // paths in document order
	wrong    map[string]bool       // paths with a mistake
	mistakes []Mistake
	pending  []string
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+)(?:, column (\d+))?: )?(.*)`)

// walk parses and checks a document. A document that is no YAML has a nil
// root.
func walk(content []byte, dir string) *walker {
	w := &walker{dir: dir, lines: strings.Split(string(content), "\n"), nodes: make(map[string]*yaml.Node), names: make(map[string]*yaml.Node), wrong: make(map[string]bool)}
	var document yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	if err := decoder.Decode(&document); err != nil && !errors.Is(err, io.EOF) {
		w.syntax(err)
		return w
	}
	if document.Kind == 0 { // an empty file asks nothing
		w.root = &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
		return w
	}
	var second yaml.Node
	if err := decoder.Decode(&second); err == nil {
		w.mistake("", &second, "a profile is one document; put all keys into the first")
	}
	w.root = document.Content[0]
	top := table()
	w.value(&top, w.root, "")
	return w
}

// syntax reports what the YAML parser said.
func (w *walker) syntax(err error) {
	found := yamlLine.FindStringSubmatch(err.Error())
	m := Mistake{Line: 1, Column: 1, Message: err.Error()}
	if found != nil {
		m.Message = "this is not YAML: " + found[3]
		if strings.Contains(found[3], "cannot start any token") {
			m.Message += "; indent with blanks instead of tabs, and put quotes around what begins with @, ` or %"
		}
		if line, err := strconv.Atoi(found[1]); err == nil {
			m.Line = line
		}
		if column, err := strconv.Atoi(found[2]); err == nil {
			m.Column = column
		}
	}
	w.mistakes = append(w.mistakes, m)
}

func (w *walker) mistake(path string, n *yaml.Node, message string) {
	w.at(path, n.Line, n.Column, message)
}

func (w *walker) at(path string, line, column int, message string) {
	w.wrong[path] = true
	w.mistakes = append(w.mistakes, Mistake{max(line, 1), max(column, 1), message})
}

// sorted gives the mistakes by place, each once.
func (w *walker) sorted() []Mistake {
	slices.SortStableFunc(w.mistakes, func(a, b Mistake) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(w.mistakes)
}

// value checks one value against its key.
func (w *walker) value(k *key, n *yaml.Node, path string) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	w.nodes[path] = n
	w.order = append(w.order, path)
	if k.pending {
		w.pending = append(w.pending, path)
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		if k.shape == scalar {
			w.mistake(path, n, fmt.Sprintf("%s has no value; write %s", k.name, k.form.right()))
		}
		return // an empty section asks nothing
	}
	switch {
	case k.alone != nil && n.Kind == yaml.ScalarNode:
		w.scalar(*k.alone, n, path)
	case k.shape == scalar && n.Kind == yaml.ScalarNode:
		w.scalar(k.form, n, path)
	case k.shape == mapping && n.Kind == yaml.MappingNode:
		w.mapping(k, n, path)
	case k.shape == list && n.Kind == yaml.SequenceNode:
		for i, item := range n.Content {
			w.value(k.each, item, fmt.Sprintf("%s[%d]", path, i))
		}
	default:
		w.mistake(path, n, k.shapeMistake(n))
	}
}

func (w *walker) scalar(f form, n *yaml.Node, path string) {
	message, line, column := f.check(n.Value, w.dir)
	if message == "" {
		return
	}
	w.wrong[path] = true
	if line <= 1 && column > 0 && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
		offset := n.Column + column - 1
		if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
			offset++
		}
		w.at(path, n.Line, offset, message)
		return
	}
	if line > 0 && n.Style&yaml.LiteralStyle != 0 {
		w.at(path, n.Line+line, w.indentation(n.Line)+column, message)
		return
	}
	w.mistake(path, n, message)
}

// indentation counts the blanks before the first line below a line that is
// not blank: those of a block of text.
func (w *walker) indentation(line int) int {
	for _, below := range w.lines[min(line, len(w.lines)):] {
		if text := strings.TrimLeft(below, " "); strings.TrimSpace(text) != "" {
			return len(below) - len(text)
		}
	}
	return 0
}

func (w *walker) mapping(k *key, n *yaml.Node, path string) {
	seen := make(map[string]int)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		below := strings.TrimPrefix(path+"."+name.Value, ".")
		if line, twice := seen[name.Value]; twice {
			w.mistake(below, name, fmt.Sprintf("%s is there twice; the first is on line %d", name.Value, line))
			continue
		}
		seen[name.Value] = name.Line
		if name.Kind != yaml.ScalarNode {
			w.mistake(path, name, "a key is a word")
			continue
		}
		w.names[below] = name
		if known := k.find(name.Value); known != nil {
			w.value(known, value, below)
			continue
		}
		if k.each == nil {
			w.mistake(below, name, "unknown key "+name.Value+k.suggestion(name.Value))
			continue
		}
		w.scalar(k.eachName, name, below)
		w.value(k.each, value, below)
	}
	for _, name := range k.required {
		if _, ok := seen[name]; !ok {
			w.mistake(path, n, fmt.Sprintf("%s is missing", name))
		}
	}
}

func (k *key) find(name string) *key {
	for i := range k.keys {
		if k.keys[i].name == name {
			return &k.keys[i]
		}
	}
	return nil
}

// names lists the keys of a mapping.
func (k *key) names() []string {
	all := make([]string, len(k.keys))
	for i := range k.keys {
		all[i] = k.keys[i].name
	}
	return all
}

func (k *key) suggestion(name string) string {
	if near := qualify.Nearest(name, k.names()); near != "" {
		return "; did you mean " + near + "?"
	}
	return "; known here: " + strings.Join(k.names(), ", ")
}

// shapeMistake says what was found and what is right.
func (k *key) shapeMistake(n *yaml.Node) string {
	found := map[yaml.Kind]string{yaml.ScalarNode: "a single value", yaml.MappingNode: "keys with values", yaml.SequenceNode: "a list"}[n.Kind]
	name := k.name
	if name == "" {
		name = "this"
	}
	switch k.shape {
	case list:
		return fmt.Sprintf("%s is %s, but should be a list: [..., ...]", name, found)
	case mapping:
		if len(k.keys) == 0 {
			return fmt.Sprintf("%s is %s, but should be keys with values", name, found)
		}
		for _, usual := range [...]string{"in", "any", "prefix", "min"} {
			if value := short(n); value != "" && k.find(usual) != nil {
				return fmt.Sprintf("%s is %s, but should be keys: %s; write %s: {%s: %s}", name, found,
					strings.Join(k.names(), ", "), name, usual, k.find(usual).written(value))
			}
		}
		return fmt.Sprintf("%s is %s, but should be keys: %s", name, found, strings.Join(k.names(), ", "))
	}
	return fmt.Sprintf("%s is %s, but should be %s", name, found, k.form.right())
}

// short is a value, or the values of a list, as somebody wrote them; "" where
// that is too long to be said again.
func short(n *yaml.Node) string {
	text := n.Value
	for i, item := range n.Content {
		if item.Kind != yaml.ScalarNode {
			return ""
		}
		if i > 0 {
			text += ", "
		}
		text += item.Value
	}
	if len(text) > 60 {
		return ""
	}
	return text
}

// written puts values the way the key takes them.
func (k *key) written(values string) string {
	if k.shape == list {
		return "[" + values + "]"
	}
	return values
}

// right says what a scalar should be.
func (f form) right() string {
	if len(f.words) > 0 && len(f.words) <= 20 {
		return "one of " + strings.Join(f.words, ", ")
	}
	article := "a "
	if strings.ContainsAny(f.name[:1], "aeiou") {
		article = "an "
	}
	if f.example != "" {
		return article + f.name + " such as " + f.example
	}
	return article + f.name
}
