/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the protection of personal data. */
#include "core/sme-enums.h"

G_DEFINE_ENUM_TYPE (SmeConsentEffect,
                    sme_consent_effect,
                    G_DEFINE_ENUM_VALUE (SME_EFFECT_NO_MARKETING, "no_marketing"),
                    G_DEFINE_ENUM_VALUE (SME_EFFECT_NO_NEW_ORDERS, "no_new_orders"),
                    G_DEFINE_ENUM_VALUE (SME_EFFECT_OPEN_ORDERS_CANCELLED, "open_orders_cancelled"),
                    G_DEFINE_ENUM_VALUE (SME_EFFECT_CONTRACTS_GO_ON, "contracts_go_on"),
                    G_DEFINE_ENUM_VALUE (SME_EFFECT_ACCOUNT_MUST_END, "account_must_end"))

G_DEFINE_ENUM_TYPE (SmeDataKind,
                    sme_data_kind,
                    G_DEFINE_ENUM_VALUE (SME_DATA_ACCOUNT, "account"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_CONSENTS, "consents"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_SESSIONS, "sessions"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_ORDERS, "orders"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_PAYMENTS, "payments"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_CONTRACTS, "contracts"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_SIGNATURES, "signatures"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_SUBSCRIPTIONS, "subscriptions"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_REVIEWS, "reviews"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_LIKES, "likes"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_MESSAGES, "messages"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_HISTORY, "history"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_CASES, "cases"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_INVOICES, "invoices"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_REFUND_REQUESTS, "refund_requests"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_EVIDENCE, "evidence"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_CERTIFICATES, "certificates"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_ECONTRACT, "econtract"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_NEGOTIATIONS, "negotiations"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_FAREWELL, "farewell"),
                    G_DEFINE_ENUM_VALUE (SME_DATA_SIGNERS, "signers"))

G_DEFINE_ENUM_TYPE (SmeDataGround,
                    sme_data_ground,
                    G_DEFINE_ENUM_VALUE (SME_GROUND_CONTRACT, "contract"),
                    G_DEFINE_ENUM_VALUE (SME_GROUND_CONSENT, "consent"),
                    G_DEFINE_ENUM_VALUE (SME_GROUND_SECURITY, "security"),
                    G_DEFINE_ENUM_VALUE (SME_GROUND_ACCOUNTING_LAW, "accounting_law"),
                    G_DEFINE_ENUM_VALUE (SME_GROUND_E_TRANSACTIONS_LAW, "e_transactions_law"),
                    G_DEFINE_ENUM_VALUE (SME_GROUND_DATA_PROTECTION_LAW, "data_protection_law"))
