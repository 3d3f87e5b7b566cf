// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/attachmentmodel.h"

#include <algorithm>

namespace client::models {

int AttachmentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant AttachmentModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Attachment& item = m_items[size_t(index.row())];
    switch (role) {
    case NameRole:
        return item.name;
    case SizeRole:
        return item.sizeText;
    case IsImageRole:
        return item.isImage;
    case UrlRole:
        return QUrl::fromLocalFile(item.path);
    default:
        return {};
    }
}

QHash<int, QByteArray> AttachmentModel::roleNames() const
{
    return {{NameRole, QByteArrayLiteral("name")},
            {SizeRole, QByteArrayLiteral("size")},
            {IsImageRole, QByteArrayLiteral("isImage")},
            {UrlRole, QByteArrayLiteral("url")}};
}

void AttachmentModel::add(Attachment attachment)
{
    beginInsertRows({}, int(m_items.size()), int(m_items.size()));
    m_items.push_back(std::move(attachment));
    endInsertRows();
}

void AttachmentModel::removeAt(int row)
{
    if (row < 0 || row >= int(m_items.size())) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_items.erase(m_items.begin() + row);
    endRemoveRows();
}

std::vector<Attachment> AttachmentModel::takeAll()
{
    beginResetModel();
    auto all = std::exchange(m_items, {});
    endResetModel();
    return all;
}

int UploadModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant UploadModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[size_t(index.row())];
    if (role == NameRole) {
        return row.name;
    }
    if (role == FractionRole) {
        return row.fraction;
    }
    return role == TxnIdRole ? QVariant(row.txnId) : QVariant();
}

QHash<int, QByteArray> UploadModel::roleNames() const
{
    return {{NameRole, QByteArrayLiteral("name")},
            {FractionRole, QByteArrayLiteral("fraction")},
            {TxnIdRole, QByteArrayLiteral("txnId")}};
}

void UploadModel::add(const QString& txnId, const QString& name)
{
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
    m_rows.push_back({txnId, name, 0});
    endInsertRows();
}

void UploadModel::setProgress(const QString& txnId, double fraction)
{
    const auto it = std::ranges::find(m_rows, txnId, &Row::txnId);
    if (it == m_rows.end()) {
        return;
    }
    it->fraction = std::clamp(fraction, 0.0, 1.0);
    const QModelIndex at = index(int(it - m_rows.begin()));
    Q_EMIT dataChanged(at, at, {FractionRole});
}

void UploadModel::remove(const QString& txnId)
{
    const auto it = std::ranges::find(m_rows, txnId, &Row::txnId);
    if (it == m_rows.end()) {
        return;
    }
    const int row = int(it - m_rows.begin());
    beginRemoveRows({}, row, row);
    m_rows.erase(it);
    endRemoveRows();
}

} // namespace client::models
