package clean

import "strings"

// joinedForms are the legal forms that Japanese, Chinese and Korean write
// without a blank; the longer before what they begin with.
var joinedForms = []string{"股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "株式会社", "有限会社", "合同会社", "주식회사", "유한회사", "(株)", "(有)", "(주)", "㈱", "㈜"}

// setApart puts blanks around such a form, so that it is a word like others.
func setApart(text string) string {
	eastern := false
	for i := range len(text) {
		eastern = eastern || text[i] >= 0xE3 && text[i] <= 0xED // all begin in U+3000 to U+DFFF
	}
	if !eastern {
		return text
	}
	for _, form := range joinedForms {
		if at := strings.Index(text, form); at >= 0 {
			before, after := text[:at], text[at+len(form):]
			return strings.TrimSpace(before + " " + strings.Trim(form, "()") + " " + after)
		}
	}
	return text
}
