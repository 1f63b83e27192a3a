# What deploy-kiosk.ps1 does on Windows, as far as it can be run elsewhere: versions, switching and going back on real folders, with
# symbolic links for junctions; the Task Scheduler, icacls and the screen's shortcut are stood in for. Not run: Windows, PowerShell 5.1.

BeforeAll {
    . (Join-Path $PSScriptRoot 'StandIns.ps1')
    # The functions alone, without running the script; they have no folder of their own then.
    $tree = [Management.Automation.Language.Parser]::ParseFile($script, [ref] $null, [ref] $null)
    foreach ($function in $tree.FindAll({ $args[0] -is [Management.Automation.Language.FunctionDefinitionAst] }, $false)) {
        . ([scriptblock]::Create($function.Extent.Text.Replace('$PSScriptRoot', '$root')))
    }
    $programFiles, $programData = $env:ProgramFiles, $env:ProgramData

    function New-ScheduledTaskAction { param($Execute, $WorkingDirectory, $Argument) }
    function New-ScheduledTaskSettingsSet { param($RestartCount, $RestartInterval, $ExecutionTimeLimit, [switch] $AllowStartIfOnBatteries) }
    function New-ScheduledTaskPrincipal { param($UserId, $LogonType) }
    function New-ScheduledTaskTrigger { param([switch] $AtStartup) }
    function Register-ScheduledTask { param($TaskName, $Action, $Settings, $Trigger, $Principal, [switch] $Force) }
    function Start-ScheduledTask { param($TaskName) }
    function Stop-ScheduledTask { [CmdletBinding()] param($TaskName) }

    # One call of the script's function, as the script makes it.
    function Invoke-OnThisWindows {
        [CmdletBinding(SupportsShouldProcess)] param([switch] $Rollback, [string[]] $Setting = @())
        $machine, $Name = 'this machine', ''
        Install-OnThisWindows
    }
}

AfterAll { $env:PATH, $env:ProgramFiles, $env:ProgramData = $realPath, $programFiles, $programData }

Describe 'A computer with Windows' {
    BeforeEach {
        Use-StandIns 'dotnet', 'icacls'
        Set-Answer 'dotnet' 'echo program >"$6/Kiosk.App.exe"'
        $env:ProgramData = Join-Path $env:STAND_INS 'ProgramData'
        $programs = Join-Path $env:STAND_INS 'Kiosk'
        $made = @{ Versions = 0 }
        Mock Get-VersionName { $made.Versions++; "kiosk-$($made.Versions)" }
        Mock New-Item {
            if ($ItemType -eq 'Junction') { [IO.Directory]::CreateSymbolicLink("$Path", $Value) }
            else { [IO.Directory]::CreateDirectory("$Path") }
        }
        Mock Invoke-WebRequest { @{ StatusCode = 200 } }
        Mock Start-Sleep {}
        Mock Register-Screen {}
        Mock Register-ScheduledTask {}
        Mock Start-ScheduledTask {}
        Mock Stop-ScheduledTask {}
        Mock New-ScheduledTaskAction { @{ Execute = $Execute; Argument = $Argument } }
        Mock New-ScheduledTaskPrincipal { $UserId }
        function Get-Versions { (Get-ChildItem (Join-Path $programs 'versions')).Name }
        function Get-Link([string] $Link) { Split-Path (Get-Version $Link) -Leaf }
    }

    It 'starts a program with its own .NET, as a service that may do little' {
        Invoke-OnThisWindows
        Get-Calls | Select-Object -First 1 | Should -BeLike (
            "dotnet *``[$programs/versions/kiosk-1``] ``[--runtime``] ``[win-x64``] ``[--self-contained``] ``[true``]*")
        Get-Link 'current' | Should -Be 'kiosk-1'
        Should -Invoke Register-ScheduledTask -Times 1 -Exactly -ParameterFilter {
            $Action.Execute -eq (Join-Path $programs 'current\Kiosk.App.exe') -and
            $Action.Argument -like '*--Kiosk:Data=*' -and $Principal -eq 'S-1-5-19' # S-1-5-19: LOCAL SERVICE
        }
        Should -Invoke Start-ScheduledTask -Times 1 -Exactly
        Get-Calls | Select-Object -Last 1 | Should -BeLike 'icacls *Kiosk`] `[/inheritance:r`]*'
    }

    It 'keeps the version in force and the one before, and no other' {
        1..3 | ForEach-Object { Invoke-OnThisWindows }
        Get-Versions | Should -Be 'kiosk-2', 'kiosk-3'
        Get-Link 'current' | Should -Be 'kiosk-3'
        Get-Link 'previous' | Should -Be 'kiosk-2'
    }

    It 'goes back, and forward again' {
        1..2 | ForEach-Object { Invoke-OnThisWindows }
        Invoke-OnThisWindows -Rollback
        Get-Link 'current' | Should -Be 'kiosk-1'
        Invoke-OnThisWindows -Rollback
        Get-Link 'current' | Should -Be 'kiosk-2'
        Should -Invoke Start-ScheduledTask -Times 4 -Exactly
    }

    It 'takes the version before back when the new one does not answer' {
        Invoke-OnThisWindows
        Mock Invoke-WebRequest { throw 'No connection could be made.' }
        { Invoke-OnThisWindows } | Should -Throw 'The new version does not answer; the one before is back.'
        Get-Link 'current' | Should -Be 'kiosk-1'
        Get-Versions | Should -Be 'kiosk-1'
    }

    It 'says where to look when the first version does not answer' {
        Mock Invoke-WebRequest { throw 'No connection could be made.' }
        { Invoke-OnThisWindows } | Should -Throw 'The new version does not answer; look into the Task Scheduler.'
    }

    It 'says that there is nothing to go back to' {
        Invoke-OnThisWindows
        { Invoke-OnThisWindows -Rollback } | Should -Throw 'There is no version to go back to: this is the first one on this machine.'
        Get-Link 'current' | Should -Be 'kiosk-1'
    }

    It 'stays as it was when <Program> fails' -ForEach @(
        @{ Program = 'dotnet'; Does = 'echo half >"$6/half"; exit 1'; Sentence = 'Publishing failed: dotnet ended with 1, *' }
        @{ Program = 'icacls'; Does = 'exit 5'; Sentence = 'Shutting the data folder failed: icacls ended with 5, *' }
    ) {
        Invoke-OnThisWindows
        Set-Answer $Program $Does
        { Invoke-OnThisWindows } | Should -Throw $Sentence
        Get-Versions | Should -Be 'kiosk-1'
        Should -Invoke Start-ScheduledTask -Times 1 -Exactly
    }

    It 'is only looked at with -WhatIf' {
        Invoke-OnThisWindows -WhatIf
        Get-Calls | Should -BeNullOrEmpty
        $programs | Should -Not -Exist
        Should -Invoke Register-ScheduledTask -Times 0 -Exactly
    }
}
