#pragma once
// Where a key result stands, in words: what web/src/key_result/standpoint.ts says.

#include "page/one_pager.hpp"
#include "report/figures.hpp"

namespace takt::report {

/// "2 Bestellungen, Ziel 10", "12 → 5 Reklamationen, Ziel 4", "Stufe 3 von 5: Angebot verhandelt".
std::string standpoint(const page::OnePagerKeyResult& of, const Figures& figures,
                       domain::Language language);

}  // namespace takt::report
