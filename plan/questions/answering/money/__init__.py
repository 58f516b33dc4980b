"""Of money: amounts named, sums typed, who pays, what is counted twice."""
