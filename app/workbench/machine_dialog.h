#pragma once

#include "workbench/machine_switch.h"

#include <QtWidgets/QDialog>

class QPlainTextEdit;
class QPushButton;

namespace verbale::workbench {

/// Shows what would be sent before it is: to whom, how much of it, what it costs and what the service keeps,
/// and the first requests with their exact bytes (the key is no part of them). Accepted: to be sent.
class MachineDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `engine`: its settings, for type and price.
    MachineDialog(const MachineOutlook &outlook, const QJsonObject &engine, QWidget *parent = nullptr);

    [[nodiscard]] QPushButton *sendButton() const { return m_send; }
    /// Everything that it says, the requests too.
    [[nodiscard]] QString text() const;

private:
    [[nodiscard]] QWidget *makeFacts(const QJsonObject &engine);
    [[nodiscard]] QString segmentsText() const;
    [[nodiscard]] QString costText(const QJsonObject &engine) const;
    [[nodiscard]] QString budgetText() const;
    [[nodiscard]] QString requestsText() const;

    const MachineOutlook m_outlook;
    QPushButton *m_send;
    QPlainTextEdit *m_requests;
};

} // namespace verbale::workbench
