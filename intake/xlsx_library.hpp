// libxlsxwriter, opened when the first sheet is written.
#pragma once

#include <xlsxwriter.h>

#include "engine/base/error.hpp"

namespace duban::intake {

/// The functions of libxlsxwriter that sheet_writer.cpp calls, by their own names. It has no
/// archive, and what few commands need is not loaded by all (docs/decisions/0007).
struct XlsxLibrary {
  decltype(&workbook_new_opt) workbook_new_opt;
  decltype(&workbook_add_worksheet) workbook_add_worksheet;
  decltype(&workbook_add_format) workbook_add_format;
  decltype(&workbook_set_properties) workbook_set_properties;
  decltype(&workbook_close) workbook_close;
  decltype(&worksheet_write_string) worksheet_write_string;
  decltype(&worksheet_set_column) worksheet_set_column;
  decltype(&worksheet_freeze_panes) worksheet_freeze_panes;
  decltype(&format_set_text_wrap) format_set_text_wrap;
  decltype(&format_set_bold) format_set_bold;
  decltype(&format_set_align) format_set_align;
  decltype(&format_set_num_format_index) format_set_num_format_index;
  decltype(&lxw_strerror) lxw_strerror;
};

/// Opened by the first call and kept. Errc::io when the machine has no libxlsxwriter, or not this
/// one.
Result<const XlsxLibrary*> xlsx_library();

}  // namespace duban::intake
