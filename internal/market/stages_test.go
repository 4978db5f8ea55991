package market

import "testing"

func TestDealStage(t *testing.T) {
	for stage, want := range map[string]DealState{
		"Closed Won": WonDeal, "Closed - Converted": WonDeal, "IN_PROGRESS": OpenDeal, "Proposal/Price Quote": OpenDeal,
		"Customer": WonDeal, "closed lost": LostDeal, "Négociation": OpenDeal, "W toku": OpenDeal, "Câștigat": WonDeal, "Perdu": LostDeal, "something else": UnknownDeal, "": UnknownDeal,
	} {
		if got := DealStage(stage); got != want {
			t.Errorf("DealStage(%q) = %q, want %q", stage, got, want)
		}
	}
}
