#pragma once
// What can be listed of an account: a sheet each of its workbook, and a CSV file each.

#include "report/account_material.hpp"
#include "report/reader.hpp"
#include "report/sheet.hpp"

namespace takt::report {

/// In their order in the workbook.
BOOST_DEFINE_ENUM_CLASS(AccountList, objectives, check_ins, roll_outs, supply, matrix, kpi_values,
                        signals, contacts, questions, actions, goals)

/// Its columns and rows, whatever they are written to.
void write_list(Sheets& sheets, const Material& material, const Reader& reader, AccountList list);

}  // namespace takt::report
