#pragma once
// The body of an import, whatever its rows are.

#include "command/import_cell.hpp"

namespace takt::command {

/// The rows of a body whose head was read with `errors`: at most `most`, each a line and cells.
/// Throws Problem(invalid) for these errors, for columns that are none of `fields` or stand twice,
/// for factors of what is no amount, and for rows that are none.
const boost::json::array& read_rows(const boost::json::value& body, const ImportFile& head,
                                    std::span<const Field> fields, std::size_t most,
                                    mapping::Errors errors);

/// Throws Problem(conflict) that names what is refused and where.
[[noreturn]] void refuse_rows(const ImportAnswer& answer);

/// Adds what became of a row.
void tell(ImportAnswer& answer, ImportedRow row);

}  // namespace takt::command
