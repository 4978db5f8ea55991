package sift

import (
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

func readBlockColumns(header []string, kind suppress.Kind) *blockColumns {
	b := &blockColumns{}
	for i, label := range header {
		name := ""
		switch key := columns.Normal(label); kind {
		case suppress.Customers:
			name = market.CustomerColumn(key)
		case suppress.Suppression:
			name = market.SuppressionColumn(key)
		}
		if at := b.named(name); at != nil {
			*at = append(*at, i)
		}
	}
	return b
}

// named is the field of what a column tells; nil for none.
func (b *blockColumns) named(name string) *[]int {
	switch name {
	case "open":
		return &b.open
	case "won":
		return &b.won
	case "lost":
		return &b.lost
	case "status":
		return &b.status
	case "position":
		return &b.position
	case "ordered":
		return &b.ordered
	case "closed":
		return &b.closed
	case "channel":
		return &b.channel
	}
	return nil
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

// closeNamed closes the channels that a cell names: "phone", "E-mail, phone".
// A cell with any other word ("all", "sms") closes none by itself: the entry
// then stands for all that its list closes.
func closeNamed(cell string, r *contact.Record) {
	var closed []contact.Field
	for _, word := range strings.Fields(columns.Normal(cell)) {
		switch market.ChannelWord(word) {
		case "call":
			closed = append(closed, contact.DoNotCall)
		case "email":
			closed = append(closed, contact.DoNotEmail)
		case "":
			return
		}
	}
	for _, field := range closed {
		r.Values[field] = "yes"
	}
}
