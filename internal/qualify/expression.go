package qualify

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"

	"goldpan/internal/contact"
)

// An expression is compiled into a tree of and, or and not whose leaves are
// programs of expr-lang. A leaf that reads a missing value is unknown, a leaf
// that reads a band is unknown when its two ends disagree, and the tree joins
// answers by Kleene's three-valued logic: so a missing value never counts as
// false.
//
// An expression may name every field, and call
//
//	number("col")  text("col")  date("col")   a column of the list, by its label
//	household("birth_date")                   the same of the household's other rows, as a list
//	age(date)                                 full years at as_of
//	days_until(date)                          days from as_of, negative when past
//	days_until(date, 40)                      days until its 40th anniversary
//	day("2026-11-22")                         a date
//	as_of                                     the day everything is judged at
//
// and all of expr-lang but what depends on the clock.
type expression struct {
	source string
	root   node
	inputs []input // all that it reads, for evidence and questions
}

// node is and, or, not, or a leaf.
type node struct {
	kind     nodeKind
	children []node
	leaf     *leaf
}

type nodeKind uint8

const (
	leafNode nodeKind = iota
	andNode
	orNode
	notNode
)

// ExpressionMistake is what is wrong with an expression.
type ExpressionMistake struct {
	Line, Column int // in the expression, from 1; 0 unknown
	Message      string
}

// CheckExpression type-checks an expression against every field and function.
// It must give a bool. Nil means that it is right.
func CheckExpression(source string) *ExpressionMistake {
	_, mistake := compileExpression(source, &inputTable{}, time.Time{})
	return mistake
}

// expressionFunctions are the names an expression may use besides fields.
var expressionFunctions = []string{"number", "text", "date", "day", "days_until", "age", "household", "as_of"}

// expressionField finds a field, mappable or derived, by its name.
func expressionField(name string) (contact.Field, bool) {
	for f := contact.FullName; f < contact.NumFields; f++ {
		if f.String() == name {
			return f, true
		}
	}
	return contact.NoField, false
}

// compileExpression parses, checks and splits an expression.
func compileExpression(source string, table *inputTable, asOf time.Time) (*expression, *ExpressionMistake) {
	if strings.TrimSpace(source) == "" {
		return nil, &ExpressionMistake{Line: 1, Column: 1, Message: "the expression is empty"}
	}
	options := append(environment(asOf), expr.Env(fieldTypes()), expr.Patch(renamer{}), expr.AsBool(), expr.Optimize(false))
	program, err := expr.Compile(source, options...)
	if err != nil {
		return nil, mistakeOf(err)
	}
	tree := program.Node()
	bind := &binder{table: table}
	ast.Walk(&tree, bind)
	if bind.mistake != nil {
		return nil, bind.mistake
	}
	e := &expression{source: source}
	if e.root, err = split(tree, table, asOf); err != nil {
		return nil, mistakeOf(err)
	}
	seen := make(map[int]bool)
	e.root.walk(func(l *leaf) {
		for _, i := range l.inputs {
			if !seen[i] {
				seen[i] = true
				e.inputs = append(e.inputs, table.inputs[i])
			}
		}
	})
	return e, nil
}

// fieldTypes are the names of a first check: every field, typed.
func fieldTypes() map[string]any {
	env := map[string]any{"as_of": time.Time{}}
	for f := contact.FullName; f < contact.NumFields; f++ {
		env[f.String()] = kindOf(f).zero()
	}
	return env
}

// types are the names of the final programs: the bound inputs, typed.
func (t *inputTable) types() map[string]any {
	env := map[string]any{"as_of": time.Time{}}
	for _, in := range t.inputs {
		env[in.name] = in.kind.zero()
	}
	return env
}

// environment is the functions of expressions. Those that read columns are
// bound to inputs before anything runs.
func environment(asOf time.Time) []expr.Option {
	ages := func(params ...any) (any, error) { return fullYears(params[0].(time.Time), asOf), nil }
	until := func(params ...any) (any, error) {
		day := params[0].(time.Time)
		if len(params) == 2 {
			day = birthday(day, params[1].(int))
		}
		return int(math.Round(day.Sub(asOf).Hours() / 24)), nil
	}
	return []expr.Option{expr.DisableBuiltin("date"), expr.DisableBuiltin("now"),
		expr.Function("number", unbound, new(func(string) float64)),
		expr.Function("text", unbound, new(func(string) string)),
		expr.Function("date", unbound, new(func(string) time.Time)),
		expr.Function("household_of", unbound, new(func(string) []any)),
		expr.Function("day", dayLiteral, new(func(string) time.Time)),
		expr.Function("days_until", until, new(func(time.Time) int), new(func(time.Time, int) int)),
		expr.Function("age_of", ages, new(func(time.Time) int)),
	}
}

var errUnbound = errors.New("function is not bound")

func unbound(...any) (any, error) { return nil, errUnbound }

func dayLiteral(params ...any) (any, error) {
	if d, ok := parseDay(params[0].(string)); ok {
		return d, nil
	}
	return nil, fmt.Errorf("%q is no day; write 2026-11-22", params[0])
}

var unknownName = regexp.MustCompile(`^unknown name (\S+)`)

// mistakeOf turns an error of expr-lang into a plain sentence with its place.
func mistakeOf(err error) *ExpressionMistake {
	var at *file.Error
	if !errors.As(err, &at) {
		return &ExpressionMistake{Message: err.Error()}
	}
	m := &ExpressionMistake{Line: at.Line, Column: at.Column + 1, Message: at.Message}
	if found := unknownName.FindStringSubmatch(at.Message); found != nil {
		m.Message = "unknown name " + found[1]
		known := slices.Clone(expressionFunctions)
		for f := contact.FullName; f < contact.NumFields; f++ {
			known = append(known, f.String())
		}
		if near := Nearest(found[1], known); near != "" {
			m.Message += "; did you mean " + near + "?"
		} else {
			m.Message += `; columns of the list are written number("` + found[1] + `"), text("...") or date("...")`
		}
	}
	if at.Message == "unexpected token EOF" {
		m.Message = "the expression ends too soon; is a bracket or a quote still open?"
	}
	return m
}

// walk visits the leaves of a tree.
func (n node) walk(visit func(*leaf)) {
	if n.leaf != nil {
		visit(n.leaf)
	}
	for _, c := range n.children {
		c.walk(visit)
	}
}

// split makes the tree of and, or and not.
func split(n ast.Node, table *inputTable, asOf time.Time) (node, error) {
	switch n := n.(type) {
	case *ast.UnaryNode:
		if n.Operator == "not" || n.Operator == "!" {
			child, err := split(n.Node, table, asOf)
			return node{kind: notNode, children: []node{child}}, err
		}
	case *ast.BinaryNode:
		kind := leafNode
		switch n.Operator {
		case "and", "&&":
			kind = andNode
		case "or", "||":
			kind = orNode
		}
		if kind != leafNode {
			left, err := split(n.Left, table, asOf)
			if err != nil {
				return node{}, err
			}
			right, err := split(n.Right, table, asOf)
			return node{kind: kind, children: []node{left, right}}, err
		}
	}
	l, err := newLeaf(n, table, asOf)
	return node{leaf: l}, err
}
