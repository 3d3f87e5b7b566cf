// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// AttachmentModel and UploadModel: files chosen for the next message, and uploads under way. Owned
// by a composer.
#pragma once

#include <QAbstractListModel>
#include <QUrl>

#include <vector>

namespace client::models {

struct Attachment {
    QString path;
    QString name;
    QString mimetype;
    qint64 size = 0;
    QString sizeText;
    bool isImage = false;
    int width = 0, height = 0;
};

class AttachmentModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { NameRole = Qt::UserRole + 1, SizeRole, IsImageRole, UrlRole };

    using QAbstractListModel::QAbstractListModel;
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void add(Attachment attachment);
    void removeAt(int row);
    std::vector<Attachment> takeAll();

    const std::vector<Attachment>& items() const { return m_items; }

private:
    std::vector<Attachment> m_items;
};

class UploadModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { NameRole = Qt::UserRole + 1, FractionRole, TxnIdRole };

    using QAbstractListModel::QAbstractListModel;
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void add(const QString& txnId, const QString& name);
    void setProgress(const QString& txnId, double fraction);
    void remove(const QString& txnId);

private:
    struct Row {
        QString txnId, name;
        double fraction = 0;
    };

    std::vector<Row> m_rows;
};

} // namespace client::models
