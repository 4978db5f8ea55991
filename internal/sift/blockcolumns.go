package sift

import (
	"slices"
	"strings"
	"time"

	"goldpan/internal/clean"
	"goldpan/internal/columns"
	"goldpan/internal/contact"
	"goldpan/internal/market"
	"goldpan/internal/suppress"
)

// blockColumns are columns that only lists of customers and suppressions have:
// how deals stand beside their stage, the day of the last order, the channel
// that an entry closes. Indexes of columns.
type blockColumns struct {
	open, won, lost  []int // counts of deals, or yes and no
	status, position []int // of the deal; of the company in its life as a customer
	ordered, closed  []int // day of the last order; day a deal was or will be closed
	channel          []int
}

// blockLabels are the labels of such columns, as keys. Those of CRMs are from
// the exports of Salesforce (opportunity reports and object fields), HubSpot
// (company and deal properties) and Pipedrive (list columns), as their public
// documentation names them; checked 2026-11-22.
var blockLabels = [...]struct {
	kind   suppress.Kind
	column func(*blockColumns) *[]int
	labels string // separated by "|"
}{
	{suppress.Customers, func(b *blockColumns) *[]int { return &b.open },
		"open deals|number of open deals|organization open deals|person open deals|open opportunities"},
	{suppress.Customers, func(b *blockColumns) *[]int { return &b.won },
		"won deals|number of won deals|organization won deals|person won deals|won|iswon|is won|is closed won|deal is closed won"},
	{suppress.Customers, func(b *blockColumns) *[]int { return &b.lost },
		"lost deals|number of lost deals|organization lost deals|person lost deals|is closed lost"},
	{suppress.Customers, func(b *blockColumns) *[]int { return &b.status },
		"deal status|deal deal status|opportunity status|status dealu|deal statut|dealstatus"},
	{suppress.Customers, func(b *blockColumns) *[]int { return &b.position }, "lifecycle stage|lifecyclestage"},
	{suppress.Customers, func(b *blockColumns) *[]int { return &b.ordered },
		"recent deal close date|deal won time|won time|last won date|last order|last order date|last purchase|last purchase date|" +
			"last invoice date|data ostatniego zamowienia|ostatnie zamowienie|data ultimei comenzi|ultima comanda|siste ordre|" +
			"siste ordredato|date de derniere commande|derniere commande|letzte bestellung|datum der letzten bestellung"},
	{suppress.Customers, func(b *blockColumns) *[]int { return &b.closed },
		"close date|closedate|closed date|deal closed on|deal deal closed on"},
	{suppress.Suppression, func(b *blockColumns) *[]int { return &b.channel },
		"channel|channels|contact channel|opt out channel|suppressed channel|medium|kanal|kanal kontaktu|kanaler|kanale|canal|canal de contact"},
}

func readBlockColumns(header []string, kind suppress.Kind) *blockColumns {
	b := &blockColumns{}
	for i, label := range header {
		key := columns.Normal(label)
		for _, known := range blockLabels {
			if known.kind == kind && slices.Contains(strings.Split(known.labels, "|"), key) {
				at := known.column(b)
				*at = append(*at, i)
			}
		}
	}
	return b
}

// apply writes into the record what the columns say: how the deal stands as
// its stage, the last order as the last contact, the closed channel as a
// restriction.
func (b *blockColumns) apply(cells []string, r *contact.Record) {
	for _, i := range b.channel {
		closeNamed(cells[i], r)
	}
	if state := b.state(cells, r); state != market.UnknownDeal {
		r.Values[contact.Stage] = string(state)
	}
	day := firstDay(cells, b.ordered)
	if day == "" && market.DealStage(r.Get(contact.Stage)) == market.WonDeal {
		day = firstDay(cells, b.closed)
	}
	if day != "" {
		r.Values[contact.LastContact] = day
	}
}

// state is how things stand by counts and status, which say more than the
// stage a deal was in when it was decided. A life as a customer only counts
// where nothing else is known, and being a lead is no deal.
func (b *blockColumns) state(cells []string, r *contact.Record) market.DealState {
	switch {
	case anyCounts(cells, b.open):
		return market.OpenDeal
	case anyCounts(cells, b.won):
		return market.WonDeal
	case anyCounts(cells, b.lost):
		return market.LostDeal
	}
	for _, i := range b.status {
		if state := market.DealStage(cells[i]); state != market.UnknownDeal {
			return state
		}
	}
	if market.DealStage(r.Get(contact.Stage)) != market.UnknownDeal {
		return market.UnknownDeal
	}
	for _, i := range b.position {
		if state := market.DealStage(cells[i]); state == market.WonDeal || columns.Normal(cells[i]) == "opportunity" {
			return state
		}
	}
	return market.UnknownDeal
}

// anyCounts tells whether one of the cells is a number above 0, or a yes.
func anyCounts(cells []string, at []int) bool {
	for _, i := range at {
		switch cell := strings.ToLower(strings.TrimSpace(cells[i])); cell {
		case "yes", "true":
			return true
		default:
			if strings.Trim(cell, "0123456789") == "" && strings.Trim(cell, "0") != "" {
				return true
			}
		}
	}
	return false
}

// firstDay is the first of the cells that holds a date, whatever the time of
// day behind it.
func firstDay(cells []string, at []int) string {
	for _, i := range at {
		text := strings.TrimSpace(cells[i])
		if len(text) > len(time.DateOnly) && (text[len(time.DateOnly)] == ' ' || text[len(time.DateOnly)] == 'T') {
			text = text[:len(time.DateOnly)]
		}
		if day, ok := clean.Date(text, contact.Hint{}); ok {
			return day
		}
	}
	return ""
}

// channelWords name a channel in the six languages, as keys.
var channelWords = [...]struct {
	field contact.Field
	words string // each between blanks
}{
	{contact.DoNotCall, " call calls phone phones telephone tel telefon telefony telefonu telefonic telephonique calling " +
		"phonecall anruf appel ringing mobile mobil komorka telemarketing "},
	{contact.DoNotEmail, " email emails mail mails e epost newsletter mailing courriel mel "},
}

// closeNamed closes the channels that a cell names: "phone", "E-mail, phone".
// A cell with any other word ("all", "sms") closes none by itself: the entry
// then stands for all that its list closes.
func closeNamed(cell string, r *contact.Record) {
	var closed []contact.Field
	for _, word := range strings.Fields(columns.Normal(cell)) {
		field := contact.NoField
		for _, known := range channelWords {
			if strings.Contains(known.words, " "+word+" ") {
				field = known.field
			}
		}
		switch {
		case field != contact.NoField:
			closed = append(closed, field)
		case !strings.Contains(" and und i si og et do not no nie only opt out unsubscribe unsubscribed ", " "+word+" "):
			return
		}
	}
	for _, field := range closed {
		r.Values[field] = "yes"
	}
}
