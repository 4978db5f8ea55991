package clean

import (
	"strings"

	"goldpan/internal/market"
)

// tradingKind says how a second name is tied to the first.
type tradingKind uint8

const (
	noTrading tradingKind = iota
	tradesAs
	formerly
	ownedBy // "Inh. Eva Birke": the name of a sole trader
)

// tradingCut is a company name cut at "trading as" or "formerly".
type tradingCut struct {
	before, after string
	kind          tradingKind
}

type tradingMark struct {
	mark string
	kind tradingKind
}

// tradingMarks are the phrases between a legal name and a trading or former
// name, in lower case, with the blanks that must surround them.
var tradingMarks = []tradingMark{
	{" t/a ", tradesAs}, {" ta/ ", tradesAs}, {" trading as ", tradesAs}, {" d/b/a ", tradesAs}, {" d.b.a. ", tradesAs},
	{" dba ", tradesAs}, {" doing business as ", tradesAs}, {" o/a ", tradesAs}, {" operating as ", tradesAs},
	{" enseigne ", tradesAs}, {" enseigne : ", tradesAs}, {" nom commercial ", tradesAs}, {" atf ", tradesAs},
	{" as trustee for ", tradesAs}, {" handlende som ", tradesAs}, {" nazwa handlowa ", tradesAs},
	{" inh. ", ownedBy}, {" inh.: ", ownedBy}, {" inhaber ", ownedBy}, {" inhaberin ", ownedBy}, {" inhaber: ", ownedBy}, {" prop. ", ownedBy},
	{" f/k/a ", formerly}, {" formerly known as ", formerly}, {" formerly ", formerly}, {" previously ", formerly},
	{" dawniej ", formerly}, {" vormals ", formerly}, {" ehemals ", formerly}, {" anciennement ", formerly},
	{" tidligere ", formerly}, {" fosta ", formerly}, {" vorm. ", formerly},
}

// tradingMarksBy are the marks by their first letter.
var tradingMarksBy = func() (by [128][]tradingMark) {
	for _, m := range tradingMarks {
		by[m.mark[1]] = append(by[m.mark[1]], m)
	}
	return by
}()

// findTradingName looks for a second name behind the first.
func findTradingName(text string) tradingCut {
	for i := 1; i+3 < len(text); i++ {
		if text[i] != ' ' && text[i] != '(' {
			continue
		}
		for _, m := range tradingMarksBy[(text[i+1]|0x20)&0x7F] {
			end := i + len(m.mark)
			if end >= len(text) || text[end-1] != ' ' || !strings.EqualFold(text[i+1:end], m.mark[1:]) {
				continue
			}
			before := strings.TrimRight(text[:i], " ,;(-")
			after := strings.Trim(text[end:], " ,;):\"'")
			if after != "" && market.Key(before) != "" { // "&" alone is no name
				return tradingCut{before: before, after: after, kind: m.kind}
			}
		}
	}
	return tradingCut{before: text}
}

// noteSecondName enters what stands behind the mark into the firm.
func (f *Firm) noteSecondName(cut tradingCut) {
	switch cut.kind {
	case tradesAs:
		f.TradingName = cut.after
		f.Codes = append(f.Codes, "trading-name-split")
	case formerly:
		f.Codes = append(f.Codes, "former-name-left-out")
	case ownedBy:
		f.SoleTrader = true
		f.Codes = append(f.Codes, "owner-left-out")
	}
}

// ownerForm reads the legal form behind an owner's name: "Acme Inh. Eva Birke
// e.K.".
func ownerForm(owner, country string) (code, in string) {
	var firm Firm
	var words companyWords
	if len(owner) <= maxCompany {
		words.split(owner)
	}
	if words.whole {
		words.takeEnd(&firm, country)
	}
	return firm.LegalForm, firm.LegalCountry
}
