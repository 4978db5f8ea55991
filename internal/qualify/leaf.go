package qualify

import (
	"slices"
	"time"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/vm"

	"goldpan/internal/contact"
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
