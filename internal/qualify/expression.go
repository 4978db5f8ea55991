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
	"github.com/expr-lang/expr/vm"

	"goldpan/internal/contact"
)

// An expression is compiled into a tree of and, or and not whose leaves are
// programs of expr-lang. A leaf that reads a missing value is unknown, a leaf
// that reads a band is unknown when its two ends disagree, and the tree joins
// answers by Kleene's three-valued logic: so a missing value never counts as
// false.
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

// leaf is a part of an expression that is evaluated as a whole.
type leaf struct {
	program  *vm.Program
	inputs   []int // indexes into the plan's inputs
	presence bool  // compares with "": asks whether a value is there at all
	simple   *comparison
}

// comparison is the fast form of a leaf such as employees >= 100.
type comparison struct {
	input  int
	op     string
	number float64
	text   string
	isText bool
}

// inputKind is the type of an input.
type inputKind uint8

const (
	textInput inputKind = iota
	numberInput
	dateInput
	datesInput // dates of the household
	numbersInput
	textsInput
)

// input is a value that expressions read: a field, a column of the list, or
// the same of the other rows of the household.
type input struct {
	name      string // in the environment of the programs
	kind      inputKind
	field     contact.Field
	column    string // label of the column; "" for fields
	household bool
}

// label is what a person calls the input.
func (in input) label() string {
	if in.column != "" {
		return in.column
	}
	return in.field.String()
}

// Fields whose value is a number or a date in expressions; all others are
// texts. credit is the common scale.
var (
	numberFields = []contact.Field{contact.Age, contact.BirthYear, contact.Income, contact.Employees, contact.Revenue,
		contact.Founded, contact.Credit}
	dateFields = []contact.Field{contact.BirthDate, contact.ConsentDate, contact.VerifiedDate, contact.UpdatedDate,
		contact.LastContact}
)

func kindOf(f contact.Field) inputKind {
	switch {
	case slices.Contains(numberFields, f):
		return numberInput
	case slices.Contains(dateFields, f):
		return dateInput
	}
	return textInput
}

// zero is a value of the input's type, for the type checker.
func (k inputKind) zero() any {
	switch k {
	case numberInput:
		return 0.0
	case dateInput:
		return time.Time{}
	case datesInput:
		return []time.Time{}
	case numbersInput:
		return []float64{}
	case textsInput:
		return []string{}
	}
	return ""
}

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

// inputTable collects the inputs of all expressions of a plan.
type inputTable struct{ inputs []input }

// add finds or adds an input and gives its index.
func (t *inputTable) add(in input) int {
	for i, have := range t.inputs {
		in.name = have.name
		if have == in {
			return i
		}
	}
	in.name = fmt.Sprintf("input_%d", len(t.inputs))
	t.inputs = append(t.inputs, in)
	return len(t.inputs) - 1
}

// index finds an input by its name in the environment.
func (t *inputTable) index(name string) int {
	return slices.IndexFunc(t.inputs, func(in input) bool { return in.name == name })
}

// expressionNames are the names an expression may use besides fields.
var expressionFunctions = []string{"number", "text", "date", "day", "days_until", "age", "household", "as_of"}

// binder replaces the names of fields and the calls that read columns by
// inputs.
type binder struct {
	table   *inputTable
	mistake *ExpressionMistake
}

// Visit is called on each node after its children.
func (b *binder) Visit(n *ast.Node) {
	switch node := (*n).(type) {
	case *ast.CallNode:
		callee, ok := node.Callee.(*ast.IdentifierNode)
		if !ok {
			return
		}
		b.call(n, node, callee)
	case *ast.IdentifierNode:
		if field, ok := expressionField(node.Value); ok {
			i := b.table.add(input{kind: kindOf(field), field: field})
			ast.Patch(n, &ast.IdentifierNode{Value: b.table.inputs[i].name})
		}
	}
}

// call binds number("col"), text("col"), date("col") and household("col"),
// and keeps the function age apart from the field of that name.
func (b *binder) call(n *ast.Node, call *ast.CallNode, callee *ast.IdentifierNode) {
	kind, household := textInput, false
	name := callee.Value
	if i := b.table.index(name); i >= 0 { // a field's name used as a function
		name = b.table.inputs[i].field.String()
	}
	switch name {
	case "number":
		kind = numberInput
	case "text":
	case "date":
		kind = dateInput
	case "household":
		household = true
	case "age":
		call.Callee = &ast.IdentifierNode{Value: "age_of"}
		return
	default:
		return
	}
	column, ok := "", false
	if len(call.Arguments) == 1 {
		var text *ast.StringNode
		if text, ok = call.Arguments[0].(*ast.StringNode); ok {
			column = text.Value
		}
	}
	if !ok || column == "" {
		if b.mistake == nil {
			b.mistake = &ExpressionMistake{Line: 1, Column: call.Location().From + 1,
				Message: name + ` takes the name of a column in quotes: ` + name + `("vehicle_age")`}
		}
		return
	}
	in := input{kind: kind, column: column, household: household}
	if field, isField := expressionField(column); isField {
		in.field, in.column = field, ""
		if household {
			in.kind = kindOf(field)
		}
	} else if household {
		in.kind = dateInput
	}
	if household {
		in.kind = map[inputKind]inputKind{textInput: textsInput, numberInput: numbersInput, dateInput: datesInput}[in.kind]
	}
	i := b.table.add(in)
	ast.Patch(n, &ast.IdentifierNode{Value: b.table.inputs[i].name})
}

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
	program, err := expr.Compile(source, append(environment(asOf), expr.Env(fieldTypes()), expr.AsBool(), expr.Optimize(false))...)
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
		expr.Function("household", unbound, new(func(string) []any)),
		expr.Function("day", dayLiteral, new(func(string) time.Time)),
		expr.Function("days_until", until, new(func(time.Time) int), new(func(time.Time, int) int)),
		expr.Function("age", ages, new(func(time.Time) int)),
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

// newLeaf compiles one leaf.
func newLeaf(n ast.Node, table *inputTable, asOf time.Time) (*leaf, error) {
	used := &usage{table: table}
	ast.Walk(&n, used)
	l := &leaf{inputs: used.inputs, presence: comparesWithNothing(n), simple: simpleComparison(n, table)}
	program, err := expr.Compile(n.String(), append(environment(asOf), expr.Env(table.types()), expr.AsBool())...)
	l.program = program
	return l, err
}

// usage collects the inputs that a leaf reads.
type usage struct {
	table  *inputTable
	inputs []int
}

// Visit notes identifiers that are inputs.
func (u *usage) Visit(n *ast.Node) {
	if id, ok := (*n).(*ast.IdentifierNode); ok {
		if i := u.table.index(id.Value); i >= 0 && !slices.Contains(u.inputs, i) {
			u.inputs = append(u.inputs, i)
		}
	}
}

// comparesWithNothing finds email == "" and email != "": questions that a
// missing value answers.
func comparesWithNothing(n ast.Node) bool {
	b, ok := n.(*ast.BinaryNode)
	if !ok || b.Operator != "==" && b.Operator != "!=" {
		return false
	}
	for _, side := range [2]ast.Node{b.Left, b.Right} {
		if s, ok := side.(*ast.StringNode); ok && s.Value == "" {
			return true
		}
	}
	return false
}

// simpleComparison finds an input compared with a literal.
func simpleComparison(n ast.Node, table *inputTable) *comparison {
	b, ok := n.(*ast.BinaryNode)
	if !ok || !slices.Contains([]string{"==", "!=", "<", "<=", ">", ">="}, b.Operator) {
		return nil
	}
	id, ok := b.Left.(*ast.IdentifierNode)
	if !ok {
		return nil
	}
	i := table.index(id.Value)
	if i < 0 {
		return nil
	}
	c := &comparison{input: i, op: b.Operator}
	kind := table.inputs[i].kind
	switch literal := b.Right.(type) {
	case *ast.IntegerNode:
		c.number = float64(literal.Value)
	case *ast.FloatNode:
		c.number = literal.Value
	case *ast.StringNode:
		c.text, c.isText = literal.Value, true
	default:
		return nil
	}
	if c.isText != (kind == textInput) || !c.isText && kind != numberInput {
		return nil
	}
	return c
}

// holds compares one number or text.
func (c *comparison) holds(number float64, text string) bool {
	if c.isText {
		switch c.op {
		case "==":
			return text == c.text
		case "!=":
			return text != c.text
		case "<":
			return text < c.text
		case "<=":
			return text <= c.text
		case ">":
			return text > c.text
		}
		return text >= c.text
	}
	switch c.op {
	case "==":
		return number == c.number
	case "!=":
		return number != c.number
	case "<":
		return number < c.number
	case "<=":
		return number <= c.number
	case ">":
		return number > c.number
	}
	return number >= c.number
}

// overBand answers for a band: the answer of both ends, unknown where they
// differ or where the limit lies inside.
func (c *comparison) overBand(s span) contact.Answer {
	low, high := c.holds(s.lo, ""), c.holds(s.hi, "")
	inside := s.lo < c.number && c.number < s.hi && (c.op == "==" || c.op == "!=")
	if low != high || inside {
		return contact.Unknown
	}
	return yesIf(low)
}
