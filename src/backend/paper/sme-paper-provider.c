/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-provider.h"

const SmePaperProvider *
sme_paper_provider_get_demonstration (void)
{
  static const SmePaperProvider provider = {
    .name = "OneSME demo (bên cung cấp trình diễn)",
    .address = "Không có trụ sở: chương trình chạy trên chính máy tính này",
    .representative = "Hệ thống trình diễn OneSME",
    .hotline =
      "Đơn hàng này chỉ có trên máy tính này. Tổng đài của dịch vụ thật là 1800 1260 (miễn phí) "
      "và không tra cứu được đơn hàng này.",
  };

  return &provider;
}

void
sme_paper_provider_describe (const SmePaperProvider *self, SmePaperValues *values)
{
  g_return_if_fail (self != NULL && values != NULL);

  sme_paper_values_set (values, "provider_name", self->name);
  sme_paper_values_set (values, "provider_tax_code", self->tax_code);
  sme_paper_values_set (values, "provider_address", self->address);
  sme_paper_values_set (values, "provider_representative", self->representative);
  sme_paper_values_set (values, "provider_position", self->position);
  sme_paper_values_set (values, "provider_email", self->email);
  sme_paper_values_set (values, "hotline", self->hotline);
}
