package qualify

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/expr-lang/expr/ast"

	"goldpan/internal/contact"
)

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

// renamer keeps the functions age and household apart from the fields of
// these names.
type renamer struct{}

// Visit is called on each node after its children.
func (renamer) Visit(n *ast.Node) {
	call, ok := (*n).(*ast.CallNode)
	if !ok {
		return
	}
	if callee, ok := call.Callee.(*ast.IdentifierNode); ok && (callee.Value == "age" || callee.Value == "household") {
		ast.Patch(&call.Callee, &ast.IdentifierNode{Value: callee.Value + "_of"})
	}
}

// call binds number("col"), text("col"), date("col") and household("col").
func (b *binder) call(n *ast.Node, call *ast.CallNode, callee *ast.IdentifierNode) {
	kind, household := textInput, false
	name := strings.TrimSuffix(callee.Value, "_of")
	switch callee.Value {
	case "number":
		kind = numberInput
	case "text":
	case "date":
		kind = dateInput
	case "household_of":
		household = true
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
