#pragma once
#include "domain/cycle.hpp"
#include "service/draft.hpp"

namespace takt::service {

void check(Draft<domain::Cycle>& draft);
void check(Draft<domain::FocusTopic>& draft);
void check(Draft<domain::Objective>& draft);
void check(Draft<domain::KeyResult>& draft);
void check(Draft<domain::SiteTarget>& draft);
void check(Draft<domain::CheckIn>& draft);
void check(Draft<domain::Action>& draft);
void check(Draft<domain::OutcomeReading>& draft);
void check(Draft<domain::Review>& draft);

}  // namespace takt::service
