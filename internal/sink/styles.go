package sink

import "github.com/xuri/excelize/v2"

// The colours of the workbook: dark slate for headings, pale bands, gold, green
// and grey for grades.
const (
	inkDark   = "1F3A4D"
	inkGrey   = "8A949B"
	inkRule   = "D5DBDF"
	bandPale  = "F4F7F9"
	bandInput = "FFFBEA" // cells that a person fills in
	goldLine  = "C8962E"
	gradeA    = "CDE8D2"
	gradeB    = "FCE9B8"
	gradeC    = "E6E9EB"
)

// styles are the cell styles of a workbook.
type styles struct {
	title, subtitle, section                       int
	head, headInput, headNum, headMid              int
	text, wrap, bold, center, small, number, right int
	input, inputDate, inputWrap, day               int
	percent, note                                  int
	band, differs, gradeA, gradeB, gradeC          int // conditional
}

func newStyles(f *excelize.File) (styles, error) {
	var s styles
	var first error
	add := func(st excelize.Style) int {
		id, err := f.NewStyle(&st)
		if first == nil {
			first = err
		}
		return id
	}
	cond := func(fill, font string) int {
		st := excelize.Style{Fill: solid(fill)}
		if font != "" {
			st.Font = &excelize.Font{Color: font, Bold: true}
		}
		id, err := f.NewConditionalStyle(&st)
		if first == nil {
			first = err
		}
		return id
	}
	font := func(size float64, bold bool, color string) *excelize.Font {
		return &excelize.Font{Family: "Calibri", Size: size, Bold: bold, Color: color}
	}
	top := &excelize.Alignment{Vertical: "top"}
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	right := &excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1}
	center := &excelize.Alignment{Vertical: "top", Horizontal: "center"}
	line := []excelize.Border{{Type: "bottom", Color: inkRule, Style: 1}}
	const asText, asPercent, asThousands = 49, 9, 3
	iso := "yyyy-mm-dd"

	s.title = add(excelize.Style{Font: font(20, true, inkDark), Alignment: &excelize.Alignment{Vertical: "center"}})
	s.subtitle = add(excelize.Style{Font: font(11, false, inkGrey), Alignment: &excelize.Alignment{Vertical: "center"}})
	s.section = add(excelize.Style{Font: font(13, true, inkDark), Border: []excelize.Border{{Type: "bottom", Color: goldLine, Style: 2}}})
	headAlign := &excelize.Alignment{Vertical: "center", WrapText: true}
	s.head = add(excelize.Style{Font: font(11, true, "FFFFFF"), Fill: solid(inkDark), Alignment: headAlign})
	s.headNum = add(excelize.Style{Font: font(11, true, "FFFFFF"), Fill: solid(inkDark),
		Alignment: &excelize.Alignment{Vertical: "center", Horizontal: "right", Indent: 1, WrapText: true}})
	s.headMid = add(excelize.Style{Font: font(11, true, "FFFFFF"), Fill: solid(inkDark),
		Alignment: &excelize.Alignment{Vertical: "center", Horizontal: "center", WrapText: true}})
	s.headInput = add(excelize.Style{Font: font(11, true, "FFFFFF"), Fill: solid(goldLine), Alignment: headAlign})
	s.text = add(excelize.Style{Font: font(11, false, ""), Alignment: top, Border: line, NumFmt: asText})
	s.wrap = add(excelize.Style{Font: font(11, false, ""), Alignment: wrap, Border: line, NumFmt: asText})
	s.bold = add(excelize.Style{Font: font(11, true, ""), Alignment: wrap, Border: line, NumFmt: asText})
	s.center = add(excelize.Style{Font: font(11, true, ""), Alignment: center, Border: line, NumFmt: asText})
	s.small = add(excelize.Style{Font: font(8, false, inkGrey), Alignment: top, Border: line, NumFmt: asText})
	s.number = add(excelize.Style{Font: font(11, false, ""), Alignment: right, Border: line, NumFmt: asThousands})
	s.right = add(excelize.Style{Font: font(11, false, ""), Alignment: right, Border: line, NumFmt: asText})
	s.percent = add(excelize.Style{Font: font(11, false, inkGrey), Alignment: right, Border: line, NumFmt: asPercent})
	s.input = add(excelize.Style{Font: font(11, false, ""), Alignment: top, Border: line, Fill: solid(bandInput), NumFmt: asText})
	s.inputWrap = add(excelize.Style{Font: font(11, false, ""), Alignment: wrap, Border: line, Fill: solid(bandInput), NumFmt: asText})
	s.inputDate = add(excelize.Style{Font: font(11, false, ""), Alignment: top, Border: line, Fill: solid(bandInput), CustomNumFmt: &iso})
	s.day = add(excelize.Style{Font: font(11, false, ""), Alignment: top, Border: line, CustomNumFmt: &iso})
	s.note = add(excelize.Style{Font: font(11, false, ""), Alignment: wrap})
	s.band, s.differs = cond(bandPale, ""), cond(gradeB, "")
	s.gradeA, s.gradeB, s.gradeC = cond(gradeA, "1E6B34"), cond(gradeB, "7A5200"), cond(gradeC, "55606A")
	return s, first
}

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}
