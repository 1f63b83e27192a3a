<#
.SYNOPSIS
Puts the kiosk on a machine, brings it up to date, or goes back to the version before.
.DESCRIPTION
For Debian and Raspberry Pi OS it makes the package with package.sh and installs that, on -Target or here. The package brings its own
.NET and calls "setup", which does the rest: users, units and policies, the version taken into force, and the one before taken back when
the new one does not answer. On a computer without dpkg-deb, such as one with Windows or macOS, the published program is copied to -Target
instead, and its "setup" called.
On Windows, -Local does without "setup": a scheduled task starts the kiosk with the machine, and Edge or Chrome shows it when somebody logs
on. That part was written by its makers' documentation and was not tried on Windows.
This computer needs the .NET SDK, and for -Target ssh and scp; the machine needs an SSH server and sudo. What fails is said in a sentence,
and the exit code is then 1.
.PARAMETER Target
Debian or Raspberry Pi OS machine, as user@host; the user may use sudo. Another port or key belongs into ~/.ssh/config.
.PARAMETER Local
This machine: Debian, Raspberry Pi OS or Windows.
.PARAMETER Output
Only publish, into a folder below this one.
.PARAMETER Rollback
Go back to the version before, on -Target or -Local.
.PARAMETER Name
Name of the machine; tablets find it as NAME.local.
.PARAMETER Setting
Settings of the kiosk, as in docs/settings.md: 'Kiosk:Printer=escpos:/dev/kiosk-printer'. Others stay as they are.
.PARAMETER Runtime
Kind of machine to publish for, with -Output: linux-arm64 (Raspberry Pi), linux-x64, win-x64. The result brings its own .NET. Left out, it
runs wherever the ASP.NET Core 10 runtime is.
.EXAMPLE
./deploy-kiosk.ps1 -Target pi@raspberrypi.local -Name kiosk -Setting 'Kiosk:Printer=escpos:/dev/kiosk-printer'
.EXAMPLE
./deploy-kiosk.ps1 -Target pi@kiosk.local -Rollback
.EXAMPLE
./deploy-kiosk.ps1 -Local -WhatIf
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Output')]
param(
    [Parameter(Mandatory, ParameterSetName = 'Target')]
    [ValidateScript({ $_ -match '^[^@\s-][^@\s]*@[^@\s:-][^@\s:]*\z' -or
        $(throw 'Write -Target as user@host, such as pi@raspberrypi.local; another port belongs into ~/.ssh/config.') })]
    [string] $Target,
    [Parameter(Mandatory, ParameterSetName = 'Local')] [switch] $Local,
    [Parameter(ParameterSetName = 'Output')] [string] $Output = (Join-Path $PSScriptRoot 'publish'),
    [Parameter(ParameterSetName = 'Output')] [ValidateSet('', 'linux-arm64', 'linux-x64', 'win-x64')] [string] $Runtime = '',
    [Parameter(ParameterSetName = 'Target')] [Parameter(ParameterSetName = 'Local')] [switch] $Rollback,
    [Parameter(ParameterSetName = 'Target')] [Parameter(ParameterSetName = 'Local')]
    [ValidateScript({ $_ -cmatch '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z' -or
        $(throw 'Write -Name in small letters, digits and hyphens, at most 63, such as kiosk.') })]
    [string] $Name,
    [Parameter(ParameterSetName = 'Target')] [Parameter(ParameterSetName = 'Local')]
    [ValidateScript({ $_ -cmatch '^Kiosk:[A-Za-z]+=[^''"`$\\\r\n]*\z' -or
        $(throw 'Write -Setting as ''Kiosk:Printer=none'', without quotes, $ or \ in the value; docs/settings.md lists them.') })]
    [string[]] $Setting = @()
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false # a program's exit code is looked at here, and said in a sentence

$onWindows = [Environment]::OSVersion.Platform -eq 'Win32NT' # Windows PowerShell 5.1 has no $IsWindows
$machine = if ($PSCmdlet.ParameterSetName -eq 'Target') { $Target } else { 'this machine' }

function Assert-Program([string] $What, [string] $Program) {
    if (-not (Get-Command $Program -CommandType Application -ErrorAction SilentlyContinue)) {
        throw "$What needs $Program, which this computer does not have."
    }
}

function Invoke-Checked([string] $What, [string] $Program, [string[]] $Arguments) {
    Assert-Program $What $Program
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "$What failed: $Program ended with $LASTEXITCODE, and said why above."
    }
}

function Publish-Kiosk([string] $Folder, [string] $For) {
    $project = Join-Path (Join-Path $PSScriptRoot 'Kiosk.App') 'Kiosk.App.csproj'
    $arguments = @('publish', $project, '--configuration', 'Release', '--output', $Folder)
    if ($For) { $arguments += @('--runtime', $For, '--self-contained', 'true', '-p:PublishReadyToRun=true') }
    Invoke-Checked 'Publishing' 'dotnet' $arguments | Out-Host
}

# A folder named after the version and the moment, so that no two are the same.
function Get-VersionName {
    [xml] $properties = Get-Content (Join-Path $PSScriptRoot 'Directory.Build.props')
    'kiosk-{0}-{1:yyyyMMdd-HHmmss}' -f $properties.SelectSingleNode('//Version').InnerText, (Get-Date).ToUniversalTime()
}

# A line of shell on the machine that is set up. -t: so that sudo can ask for a password.
function Invoke-There([string] $What, [string] $Command) {
    if ($Target) { Invoke-Checked "$What $machine" 'ssh' @('-t', $Target, $Command) }
    else { Invoke-Checked "$What $machine" 'sh' @('-c', $Command) }
}

# Debian's word for the kind of machine; a Raspberry Pi with a 64-bit kernel may still have a 32-bit system.
function Get-Architecture {
    $question = 'command -v sudo >/dev/null && dpkg --print-architecture'
    $answer = if ($Target) { Assert-Program 'Deploying' 'ssh'; & ssh $Target $question } else { & sh -c $question }
    if ($Target -and $LASTEXITCODE -eq 255) { # ssh(1): "255 if an error occurred"
        throw "$Target cannot be reached: 'ssh $Target' must work first."
    }
    if ($LASTEXITCODE -ne 0) {
        throw "The kiosk needs Debian or Raspberry Pi OS with sudo; $machine is something else, or has no sudo."
    }
    $architecture = @($answer)[-1]
    if ($architecture -notin 'amd64', 'arm64') {
        throw "The kiosk runs on 64-bit PCs (amd64) and 64-bit ARM (arm64); the system of $machine is $architecture."
    }
    $architecture
}

# From another shell, "pwsh deploy-kiosk.ps1 -Setting one,two" hands a list over as one word.
function Get-Settings { $Setting -split ',(?=Kiosk:)' | Where-Object { $_ } }

# What "setup" is asked; every word is checked above, so that none means something to a shell.
function Get-SetupWords {
    if ($Name) { '--name', $Name }
    Get-Settings | ForEach-Object { "'--$_'" }
}

function Install-Package([string] $Architecture) {
    $making = @((Join-Path $PSScriptRoot 'package.sh'), $Architecture)
    Invoke-Checked 'Making the package' 'bash' $making | Tee-Object -Variable said | Out-Host # its last line is the package's path
    $package = @($said)[-1]
    $there = "'$package'"
    if ($Target) {
        Invoke-Checked "Copying to $Target" 'scp' @('-q', $package, "${Target}:")
        $there = './' + (Split-Path $package -Leaf)
    }

    # A house without internet is brought up to date all the same: what the kiosk needs from Debian is there already.
    $command = 'sudo apt-get --quiet update; sudo env DEBIAN_FRONTEND=noninteractive apt-get install' +
        " --yes --quiet --no-install-recommends --reinstall --allow-downgrades $there"
    $words = @(Get-SetupWords)
    if ($words) { $command += " && sudo kiosk setup $words" }
    if ($Target) { $command += "; ended=`$?; rm -f $there; exit `$ended" }
    Invoke-There 'Setting up' $command
}

# Where this computer has no dpkg-deb. Windows does not tell which file is a program; and "setup" starts without ICU, which it installs.
function Install-Folder([string] $Architecture) {
    $version = Get-VersionName
    $folder = Join-Path ([IO.Path]::GetTempPath()) $version
    try {
        Publish-Kiosk $folder @{ amd64 = 'linux-x64'; arm64 = 'linux-arm64' }[$Architecture]
        Invoke-Checked "Copying to $Target" 'scp' @('-q', '-r', $folder, "${Target}:$version")
        $setup = "sudo env DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 ./$version/Kiosk.App setup $(Get-SetupWords)"
        Invoke-There 'Setting up' "chmod +x $version/Kiosk.App && $setup; ended=`$?; rm -rf $version; exit `$ended"
    }
    finally {
        Remove-Item $folder -Recurse -Force -ErrorAction SilentlyContinue
    }
}

function Install-OnDebian {
    if (-not $PSCmdlet.ShouldProcess($machine, 'Set up the kiosk')) { return }
    if ($Rollback) {
        Invoke-There 'Going back on' 'sudo kiosk setup --rollback'
        return
    }

    $architecture = Get-Architecture
    if (-not $Target -or (Get-Command dpkg-deb -ErrorAction SilentlyContinue)) { Install-Package $architecture }
    else { Install-Folder $architecture }
}

# Windows: versions below Program Files, a junction to the one in force, data below ProgramData.
$programs = if ($onWindows) { Join-Path $env:ProgramFiles 'Kiosk' } else { '' }

function Get-Version([string] $Link) {
    $item = Get-Item (Join-Path $programs $Link) -ErrorAction SilentlyContinue
    if ($item) { @($item.Target)[0] }
}

function Set-Version([string] $Link, [string] $Folder) {
    $path = Join-Path $programs $Link
    if (Test-Path $path) { (Get-Item $path).Delete() }
    New-Item -ItemType Junction -Path $path -Target $Folder | Out-Null
}

function Test-Kiosk {
    foreach ($try in 1..60) {
        try {
            if ((Invoke-WebRequest 'http://127.0.0.1:5080/health' -UseBasicParsing -TimeoutSec 5).StatusCode -eq 200) { return $true }
        }
        catch {
            Start-Sleep -Seconds 1
        }
    }
    $false
}

function Start-Version([string] $Folder) {
    Stop-ScheduledTask -TaskName 'Kiosk' -ErrorAction SilentlyContinue
    Set-Version 'current' $Folder
    Start-ScheduledTask -TaskName 'Kiosk'
    Test-Kiosk
}

# As LOCAL SERVICE, which may do little, and again whenever it ends.
function Register-Kiosk {
    $data = Join-Path $env:ProgramData 'Kiosk'
    New-Item -ItemType Directory -Path $data -Force | Out-Null
    $rights = @($data, '/inheritance:r', '/grant', '*S-1-5-19:(OI)(CI)F', '*S-1-5-32-544:(OI)(CI)F')
    Invoke-Checked 'Shutting the data folder' 'icacls' $rights | Out-Null
    foreach ($one in Get-Settings) {
        $key, $value = $one -split '=', 2
        [Environment]::SetEnvironmentVariable($key.Replace(':', '__'), $value, 'Machine')
    }
    $action = New-ScheduledTaskAction -Execute (Join-Path $programs 'current\Kiosk.App.exe') -WorkingDirectory $data `
        -Argument "--no-open --keep-going `"--Kiosk:Data=$data`""
    $again = New-ScheduledTaskSettingsSet -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) `
        -ExecutionTimeLimit ([TimeSpan]::Zero) -AllowStartIfOnBatteries
    $localService = New-ScheduledTaskPrincipal -UserId 'S-1-5-19' -LogonType ServiceAccount
    Register-ScheduledTask -TaskName 'Kiosk' -Action $action -Settings $again -Force `
        -Trigger (New-ScheduledTaskTrigger -AtStartup) -Principal $localService | Out-Null
}

# Edge is there on every Windows; Chrome comes first where somebody installed it.
function Register-Screen {
    $chrome = Join-Path $env:ProgramFiles 'Google\Chrome\Application\chrome.exe'
    $edge = Join-Path ${env:ProgramFiles(x86)} 'Microsoft\Edge\Application\msedge.exe'
    $private = if (Test-Path $chrome) { '--incognito' } else { '--edge-kiosk-type=fullscreen --inprivate' }
    $link = (New-Object -ComObject WScript.Shell).CreateShortcut((Join-Path ([Environment]::GetFolderPath('CommonStartup')) 'Kiosk.lnk'))
    $link.TargetPath = if (Test-Path $chrome) { $chrome } else { $edge }
    $link.Arguments = "--kiosk http://127.0.0.1:5080/ $private --no-first-run --disable-pinch --overscroll-history-navigation=0"
    $link.Save()
}

# Those that are neither in force nor the one before: older ones, and what was not published to its end.
function Remove-OtherVersion {
    $kept = (Get-Version 'current'), (Get-Version 'previous')
    Get-ChildItem (Join-Path $programs 'versions') | Where-Object FullName -NotIn $kept |
        Remove-Item -Recurse -Force -ErrorAction SilentlyContinue # a program that still ends keeps its files until the next time
}

function Install-OnThisWindows {
    if (-not $PSCmdlet.ShouldProcess($machine, 'Set up the kiosk')) { return }
    if ($Rollback) {
        Restore-VersionBefore
        return
    }

    $before = Get-Version 'current'
    $folder = Join-Path (Join-Path $programs 'versions') (Get-VersionName)
    New-Item -ItemType Directory -Path $folder -Force | Out-Null
    try {
        Publish-Kiosk $folder 'win-x64'
        Register-Kiosk
        Register-Screen
        if (-not (Start-Version $folder)) {
            if ($before) { Start-Version $before | Out-Null }
            throw "The new version does not answer; $(if ($before) { 'the one before is back' } else { 'look into the Task Scheduler' })."
        }
        if ($before) { Set-Version 'previous' $before }
    }
    finally {
        Remove-OtherVersion
    }
}

# A second time comes forward again.
function Restore-VersionBefore {
    $back = Get-Version 'previous'
    if (-not $back) { throw 'There is no version to go back to: this is the first one on this machine.' }
    Set-Version 'previous' (Get-Version 'current')
    if (-not (Start-Version $back)) { throw 'The version before does not answer either; look into the Task Scheduler.' }
}

function Publish-ToFolder {
    $folder = Join-Path $Output (Get-VersionName)
    if (-not $PSCmdlet.ShouldProcess($folder, 'Publish the kiosk')) { return }
    Publish-Kiosk $folder $Runtime
    "Published to $folder. Start it there with: $(if ($Runtime) { './Kiosk.App' } else { 'dotnet Kiosk.App.dll' })"
}

try {
    if ($Rollback -and ($Name -or $Setting)) {
        throw '-Rollback goes back to the version before and changes nothing else: leave out -Name and -Setting.'
    }
    if ($Name -and $Local -and $onWindows) {
        throw '-Name is for Debian and Raspberry Pi OS: give this computer its name in the settings of Windows.'
    }
    switch ($PSCmdlet.ParameterSetName) {
        'Target' { Install-OnDebian }
        'Local' { if ($onWindows) { Install-OnThisWindows } else { Install-OnDebian } }
        'Output' { Publish-ToFolder }
    }
}
catch {
    [Console]::Error.WriteLine($_.Exception.Message)
    exit 1
}
