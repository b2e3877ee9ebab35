#include "intake/template.hpp"

#include "intake/sheet_writer.hpp"

namespace duban::intake {

Status write_template(const std::string& path) {
  DUBAN_TRY(const std::unique_ptr<SheetWriter> sheet, make_sheet(path, {7, 50, 20, 30, 20, 10}));
  DUBAN_TRY(sheet->add({"序号", "工作内容", "牵头单位", "协办单位", "完成时限", "是否紧急"}));
  return sheet->finish();
}

}  // namespace duban::intake
