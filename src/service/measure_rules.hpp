#pragma once
#include "domain/kpi.hpp"
#include "domain/supply.hpp"
#include "service/draft.hpp"

namespace takt::service {

void check(Draft<domain::SupplyRecord>& draft);
void check(Draft<domain::Kpi>& draft);
void check(Draft<domain::KpiValue>& draft);
void check(Draft<domain::ApiToken>& draft);

}  // namespace takt::service
