#pragma once
// The file of the organisation's slide template, beside its row.

#include "store/database.hpp"

namespace takt::store {

void put_slide_template_file(Session& session, const std::string& bytes);

/// The file; empty where none is kept.
std::string slide_template_file(Session& session);

}  // namespace takt::store
