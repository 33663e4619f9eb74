#pragma once
// The first sheet of an account's workbook: how it stands, on one page.

#include "report/account_material.hpp"
#include "report/book.hpp"
#include "report/reader.hpp"

namespace takt::report {

/// Adds it to the book, as of `now`.
void add_overview(Book& book, const Material& material, const Reader& reader, const Moment& now);

}  // namespace takt::report
